import { describe, expect, test } from 'vitest';
import { acceptAt, completeAt, labelsAt } from '#test/kit/language-test.ts';

const labels = (drawing: string, images: string[] = []) => labelsAt('dockerfile', drawing, { images });

describe('keywords', () => {
  test('all instructions at the start of a line', () => {
    expect(labels('FROM alpine\n|')).toContain('HEALTHCHECK');
    expect(labels('FROM alpine\n|')).toHaveLength(18);
  });
  test('the case of the file is kept', () => {
    expect(labels('from alpine\nrun x\nco|')).toContain('copy');
    expect(labels('FROM alpine\nco|')).toContain('COPY');
  });
  test('what is typed of the word is replaced, and a snippet goes on', () => {
    expect(acceptAt('dockerfile', 'FROM alpine\nwor|', 'WORKDIR')).toBe('FROM alpine\nWORKDIR ${1:/app}');
  });
  test('before arguments only the keyword is exchanged', () => {
    expect(acceptAt('dockerfile', 'FROM alpine\nAD| a b', 'COPY')).toBe('FROM alpine\nCOPY a b');
  });
  test('behind ONBUILD, without what it may not hold', () => {
    expect(labels('FROM alpine\nONBUILD |')).not.toContain('FROM');
    expect(labels('FROM alpine\nONBUILD |')).toContain('COPY');
  });
  test('not in a heredoc', () => {
    expect(labels('FROM alpine\nRUN <<EOF\n|\nEOF\n')).toEqual([]);
  });
  test('not on a continued line', () => {
    expect(labels('FROM alpine\nRUN a \\\n  |')).toEqual([]);
  });
});

describe('flags', () => {
  test('those of the instruction, without the ones that stand there', () => {
    expect(labels('FROM a\nCOPY --link --|')).toEqual(['--from=', '--chown=', '--chmod=', '--parents', '--exclude=']);
  });
  test('not behind the first argument', () => {
    expect(labels('FROM a\nCOPY a --|')).toEqual([]);
  });
  test('values', () => {
    expect(labels('FROM --platform=|')).toContain('$BUILDPLATFORM');
    expect(labels('FROM a\nRUN --network=|')).toEqual(['default', 'none', 'host']);
  });
  test('on a continued line, a comment between', () => {
    expect(labels('FROM a\nHEALTHCHECK --interval=5s \\\n  # often\n  --t|')).toContain('--timeout=');
  });
  test('keys and values of a mount', () => {
    expect(labels('FROM a\nRUN --mount=|')).toContain('type=cache,target=');
    expect(labels('FROM a\nRUN --mount=type=|')).toEqual(['bind', 'cache', 'tmpfs', 'secret', 'ssh']);
    expect(labels('FROM a\nRUN --mount=type=cache,target=/x,sh|')).toContain('sharing=');
    expect(labels('FROM a\nRUN --mount=type=cache,sharing=|')).toEqual(['shared', 'private', 'locked']);
    expect(acceptAt('dockerfile', 'FROM a\nRUN --mount=type=cache,sh|', 'sharing=')).toBe(
      'FROM a\nRUN --mount=type=cache,sharing=',
    );
  });
});

describe('stages', () => {
  const file = (line: string) => `
    FROM golang:1 AS build
    FROM alpine:3 AS base
    ${line}
  `;
  test('behind FROM, above images of the engine', () => {
    expect(labels(file('FROM |'), ['redis:7']).slice(0, 3)).toEqual(['build', 'base', 'redis:7']);
  });
  test('in COPY --from and RUN --mount, only earlier ones', () => {
    expect(labels(file('COPY --from=|'))).toEqual(['build']);
    expect(labels(file('RUN --mount=type=bind,from=|'))).toEqual(['build']);
  });
  test('a stage without a name is a number', () => {
    expect(labels('FROM a\nFROM b\nCOPY --from=|')).toEqual(['0']);
  });
  test('AS behind the image', () => {
    expect(labels('FROM alpine:3 |')).toEqual(['AS']);
  });
});

describe('variables', () => {
  test('of the stage, of the stages below it and with their values', () => {
    const found = completeAt(
      'dockerfile',
      `
        ARG VERSION=3
        FROM alpine AS base
        ENV HOME_DIR=/srv
        FROM base
        ARG VERSION
        WORKDIR $|
      `,
    );
    expect(found.map(({ label, detail }) => `${label} ${detail?.args['value'] ?? ''}`)).toEqual([
      '$HOME_DIR /srv',
      '$VERSION 3',
    ]);
  });
  test('FROM sees global and platform arguments', () => {
    expect(labels('ARG TAG=1\nFROM alpine:$|')).toEqual(expect.arrayContaining(['$TAG', '$TARGETARCH']));
  });
  test('braces are closed once', () => {
    const drawing = 'FROM a\nENV APP=1\nWORKDIR /${A|}/x';
    expect(acceptAt('dockerfile', drawing, '${APP}')).toBe('FROM a\nENV APP=1\nWORKDIR /${APP}/x');
  });
  test('those of the base image, when the engine knows it', () => {
    const knowledge = { image: () => ({ env: { NODE_VERSION: '24' } }) };
    expect(labelsAt('dockerfile', 'FROM node:24\nRUN echo $|', { knowledge })).toEqual(['$NODE_VERSION']);
  });
  test('ARG in a stage offers what it may take over', () => {
    expect(labels('ARG TAG\nFROM a\nARG |')).toEqual(expect.arrayContaining(['TAG', 'TARGETARCH']));
  });
});

describe('values', () => {
  test.each([
    ['USER |', 'nonroot'],
    ['STOPSIGNAL S|', 'SIGQUIT'],
    ['SHELL |', '["/bin/bash", "-o", "pipefail", "-c"]'],
    ['EXPOSE 80/|', 'udp'],
    ['LABEL org|', 'org.opencontainers.image.source'],
    ['HEALTHCHECK |', 'NONE'],
  ])('%s', (line, label) => {
    expect(labels(`FROM a\n${line}`)).toContain(label);
  });
  test('the command of a health check is a shell, not arguments', () => {
    expect(labels('FROM a\nHEALTHCHECK CMD |')).toEqual([]);
  });
  test('a user that the file names elsewhere comes first', () => {
    expect(labels('FROM a\nUSER app\nRUN x\nUSER |')[0]).toBe('app');
  });
});

describe('comments', () => {
  test('directives at the top, and no longer below an instruction', () => {
    expect(labels('# |')).toEqual(['syntax=', 'escape=', 'check=', 'drydock ignore=']);
    expect(labels('FROM a\n# |')).toEqual(['drydock ignore=']);
    expect(labels('# syntax=|')).toContain('docker/dockerfile:1');
  });
  test('rules behind ignore=', () => {
    const found = labels('# drydock ignore=dockerfile/missing-user,|\nFROM a');
    expect(found).toContain('dockerfile/missing-user');
    expect(found.every((label) => label.startsWith('dockerfile/'))).toBe(true);
  });
  test('a rule replaces what is typed of it', () => {
    expect(acceptAt('dockerfile', '# drydock ignore=miss|\nFROM a', 'dockerfile/missing-user')).toBe(
      '# drydock ignore=dockerfile/missing-user\nFROM a',
    );
  });
  test('ids of hadolint', () => {
    expect(labels('# hadolint ignore=|\nFROM a')).toContain('DL3002');
  });
});

describe('half-typed and odd text', () => {
  test.each(['|', '\uFEFF|', 'FROM |', 'FROM\n|', 'RUN \\\n|', '`|', 'FROM a\r\nCOPY --|', 'FROM a\nRUN <<|', '\0|'])(
    '%j is answered',
    (drawing) => {
      expect(Array.isArray(labels(drawing))).toBe(true);
    },
  );
  test('CRLF continuation', () => {
    expect(labels('FROM a\r\nCOPY \\\r\n --|')).toContain('--chown=');
  });
  test('an escape of a backtick', () => {
    expect(labels('# escape=`\nFROM a\nCOPY `\n --|')).toContain('--chown=');
  });
});
