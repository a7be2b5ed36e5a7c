import { describe, expect, test } from 'vitest';
import type { Knowledge } from '#core';
import { hoverAt, knowing } from '#test/kit/language-test.ts';

const hover = (drawing: string, knowledge: Knowledge = { image: () => undefined }) =>
  hoverAt('dockerfile', drawing, { knowledge });
const lines = (drawing: string, knowledge?: Knowledge) => hover(drawing, knowledge)?.split('\n');

describe('variables', () => {
  test('with the line that sets them and the value that comes out', () => {
    expect(lines('FROM a\nENV A=/srv\nENV B=$A/x\nWORKDIR $|B')).toEqual([
      'B=/srv/x',
      'An environment variable, set by ENV.',
      'Set on line 3.',
    ]);
  });
  test('inherited from another stage', () => {
    expect(hover('FROM a AS base\nENV A=1\nFROM base\nWORKDIR /$|A')).toContain('Set on line 2, in the stage `base`.');
  });
  test('an ARG says where its value comes from', () => {
    expect(hover('ARG V=3\nFROM a\nARG V\nWORKDIR /$|V')).toContain(
      'Its default stands on line 1, above the first FROM.',
    );
    expect(hover('FROM a\nARG TOK|ENS\n')).toContain('Only `--build-arg TOKENS=…` gives it a value.');
    expect(hover('FROM a\nARG TARGET|ARCH\n')).toContain('Processor of TARGETPLATFORM');
    expect(hover('FROM --platform=$BUILD|PLATFORM a')).toContain('Platform of the machine that builds');
  });
  test('one that the stage only has to ask for', () => {
    expect(hover('ARG V=3\nFROM a\nWORKDIR /$|V')).toContain(
      'It is declared above the first FROM; `ARG V` takes it into this stage.',
    );
    expect(hover('FROM a\nWORKDIR /$|TARGETARCH')).toContain(
      'BuildKit fills it in once this stage says `ARG TARGETARCH`.',
    );
  });
  test('of the base image, and those that every build has', () => {
    expect(lines('FROM a\nRUN echo $HO|ST', knowing({ env: { HOST: 'h' } }))).toEqual([
      'HOST=h',
      'An environment variable of the base image.',
    ]);
    expect(hover('FROM a\nRUN echo $HTTP|_PROXY')).toContain('Filled in by BuildKit.');
    expect(hover('FROM a\nRUN echo $no|body')).toBeUndefined();
  });
  test('a modifier with what comes out', () => {
    expect(lines('FROM a\nENV A=v1.2\nWORKDIR /${A#|v}')?.slice(3)).toEqual([
      'The value without the shortest matching start.',
      'Here: `1.2`',
    ]);
    expect(hover('FROM scratch\nWORKDIR /${A:|-x}')).toContain('Here: `x`');
    expect(hover('FROM scratch\nARG B=2\nWORKDIR /${A:-$|B}')).toContain('B=2');
  });
  test.each([
    ['ENV DB_PASSWORD=hunter2\nWORKDIR $DB_|PASSWORD', 'DB_PASSWORD=••••••••'],
    ['ENV DB_PASS|WORD=hunter2', 'DB_PASSWORD=••••••••'],
    ['ENV P_TOKEN=hunter2\nENV UR|L=db://me:$P_TOKEN@db', 'URL=db://me:••••••••@db'],
    ['ENV UR|L=db://me:hunter2@db', 'URL=db://me:••••••••@db'],
    ['ENV A_TOKEN=hunter2\nWORKDIR ${A_TO|KEN:-x}', 'A_TOKEN=••••••••'],
  ])('a credential is covered: %s', (text, shown) => {
    const found = hover(`FROM scratch\n${text}`);
    expect(found).toContain(shown);
    expect(found?.replace(/\(.*\)/g, '')).not.toContain('hunter2');
  });
  test('in a heredoc only where somebody reads them', () => {
    expect(hover('FROM a\nENV A=1\nCOPY <<EOF /x\n$|A\nEOF')).toContain('A=1');
    expect(hover("FROM a\nENV A=1\nCOPY <<'EOF' /x\n$|A\nEOF")).toBeUndefined();
    expect(hover("FROM a\nENV A=1\nRUN <<'EOF'\n$|A\nEOF")).toContain('A=1');
  });
});

describe('stages', () => {
  test('the whole chain, and how a container of it starts', () => {
    const file = `
      FROM node:24 AS base
      ENV DIR=/srv
      WORKDIR $DIR
      FROM base AS deps
      WORKDIR app
      EXPOSE 3000
      FROM deps AS web
      ENTRYPOINT ["node"]
      CMD ["x.js"]
      FROM scratch
      COPY --from=w|eb a b
    `;
    expect(lines(file, knowing({ user: 'node', size: 190_000_000, cmd: ['node'] }))).toEqual([
      'FROM deps AS web',
      'Stage 2, called `web`.',
      'Built on `deps → base`, in the end on `node:24`.',
      '`node:24` takes 190 MB on this engine.',
      'Runs as `node`.',
      'Working directory `/srv/app`.',
      'Entrypoint: `["node"]`',
      'Command: `["x.js"]`',
      'Listens on `3000`',
    ]);
  });
  test('a new entrypoint ends the command that came with the old one', () => {
    const found = hover('FROM a AS b|ase\nENTRYPOINT ["x"]', knowing({ cmd: ['old'] }));
    expect(found).toContain('Entrypoint: `["x"]`');
    expect(found).not.toContain('old');
  });
});

describe('flags', () => {
  test.each([
    ['COPY --chmod=07|55 a b', '`rwxr-xr-x`: the owner rwx, the group r-x, others r-x'],
    ['COPY --chmod=16|44 a b', '`rw-r--r-T`'],
    ['HEALTHCHECK --interval=1m3|0s CMD x', '90 s'],
    ['RUN --network=no|ne x', 'No network'],
    ['FROM --platform=linux/arm|64 b', 'Apple silicon'],
    ['RUN --dev|ice=x y', 'Needs `# syntax=docker/dockerfile:1-labs`'],
    ['ADD --check|sum=sha256:1 a b', '#add---checksum'],
    ['RUN --mount=type=ca|che,target=/x y', 'A folder that stays between builds'],
    ['RUN --mount=type=cache,target=/x,shar|ing=locked y', 'apt needs this'],
    ['RUN --mount=type=cache,dst=|/x y', 'Where it appears for this command.'],
    ['RUN --mount=type=secret,id=x,mode=04|00 y', '`r--------`'],
    ['RUN --mount=type=secret,id=x,requ|ired y', 'The build stops when it was not given'],
    ['RUN --mount=t|ype=ssh y', '#run---mounttypessh'],
  ])('%s', (line, text) => {
    expect(hover(`FROM a\n${line}`)).toContain(text);
  });
  test('an image that files are taken from', () => {
    const knowledge = knowing({ size: 5_000_000 });
    expect(hover('FROM a\nCOPY --from=acme/to|ol:1 /x /y', knowledge)).toContain('Size: 5 MB');
    expect(hover('FROM a\nRUN --mount=from=acme/to|ol:1,target=/x y', knowledge)).toContain('Size: 5 MB');
  });
  test('the owner that a stage creates', () => {
    expect(lines('FROM a\nRUN useradd -u 7 app\nCOPY --chown=ap|p a b')?.slice(0, 2)).toEqual([
      'app (7)',
      'Created on line 2',
    ]);
  });
});

describe('arguments', () => {
  test.each([
    ['EXPOSE 54|32', 'PostgreSQL'],
    ['EXPOSE 5|3/udp', '53/udp'],
    ['EXPOSE 80|80', 'does that'],
    ['STOPSIGNAL SIG|WINCH', 'Apache'],
    ['STOPSIGNAL 1|5', 'SIGTERM'],
    ['STOPSIGNAL te|rm', 'end in good order'],
    ['USER ro|ot', 'All rights'],
    ['USER 0|:0', 'All rights'],
    ['USER no|de', 'A user that `node` brings'],
    ['WORKDIR /a\nWORKDIR b|', 'Working directory `/a/b`.'],
    ['LABEL a=b org.opencontainers.image.lic|enses=MIT', 'SPDX'],
    ['SHELL ["/bin/bash", "-o", "pipe|fail", "-c"]', 'a pipe fails'],
    ['HEALTHCHECK NO|NE', 'No check'],
    ['RUN <<E|OF\nEOF', 'The shell reads it'],
    ['COPY <<-E|OF /x\nEOF', 'Tabs in front'],
    ["COPY <<'E|OF' /x\nEOF", 'variables stay as they are written'],
  ])('%s', (line, text) => {
    expect(hover(`FROM node:24\n${line}`)).toContain(text);
  });
  test('of an exposed port that is none, nothing is said', () => {
    expect(hover('FROM a AS b\nEXPOSE 80/od|d')).toBeUndefined();
  });
  test('behind a byte order mark, CRLF and a backtick', () => {
    expect(hover('\uFEFF# escape=`\r\nFROM a\r\nHEALTHCHECK `\r\n  --interval=2|m CMD x')).toContain('120 s');
  });
});

describe('directives', () => {
  test.each([
    ['# syntax=docker/docker|file:1\nFROM a', 'The newest stable syntax'],
    ['# escape=|`\nFROM a', 'A backtick'],
    ['# check=err|or=true\nFROM a', 'A finding of a check stops the build.'],
    ['# che|ck=skip=all\nFROM a', 'Which build checks are skipped'],
    ['# check=skip=SecretsUsedInArg|OrEnv\nFROM a', 'SecretsUsedInArgOrEnv'],
  ])('%s', (file, text) => {
    expect(hover(file)).toContain(text);
  });
});
