import { findCompletions, noKnowledge, parseDocument, rules } from '#core';
import { describe, expect, test } from 'vitest';
import { effortOf } from '#test/kit/effort.ts';
import { acceptAt, detailsAt, labelsAt, type LanguageSetting } from '#test/kit/language-test.ts';

const accept = (drawing: string, label: string) => acceptAt('dockerfile', drawing, label);
const labels = (drawing: string, images: string[] = []) => labelsAt('dockerfile', drawing, { images });
const details = (drawing: string, setting: LanguageSetting = {}) => detailsAt('dockerfile', drawing, setting);

describe('keywords', () => {
  test('all instructions at the start of a line, but not the deprecated one', () => {
    expect(labels('FROM alpine\n|')).toContain('HEALTHCHECK');
    expect(labels('FROM alpine\n|')).not.toContain('MAINTAINER');
    expect(labels('FROM alpine\n|')).toHaveLength(17);
  });
  test('before the first FROM only what may stand there', () => {
    expect(labels('ARG A=1\n|\nFROM alpine')).toEqual(['ARG', 'FROM']);
    expect(labels('ARG A=1\nFR|')).toEqual(['ARG', 'FROM']);
  });
  test('on the first line also the directive that a file best begins with', () => {
    expect(labels('|')).toEqual(['ARG', 'FROM', '# syntax=docker/dockerfile:1']);
    expect(labels('# check=skip=all\n|')).toContain('# syntax=docker/dockerfile:1');
    expect(labels('\n\n|')).toEqual(['ARG', 'FROM']);
    expect(labels('# syntax=docker/dockerfile:1\n|')).toEqual(['ARG', 'FROM']);
  });
  test('the case of the file is kept, inside snippets too', () => {
    expect(labels('from alpine\nrun x\nco|')).toContain('copy');
    expect(labels('FROM alpine\nco|')).toContain('COPY');
    expect(accept('from alpine\nrun x\nhe|', 'healthcheck')).toContain(
      'healthcheck --interval=${1:30s} --timeout=${2:3s} cmd',
    );
    expect(labels('from alpine |')).toEqual(['as']);
  });
  test('what is typed of the word is replaced, and a snippet goes on', () => {
    expect(accept('FROM alpine\nwor|', 'WORKDIR')).toBe('FROM alpine\nWORKDIR ${1:/app}');
  });
  test('before arguments only the keyword itself is exchanged', () => {
    expect(accept('FROM alpine\nAD| a b', 'COPY')).toBe('FROM alpine\nCOPY a b');
  });
  test('behind ONBUILD, without what it may not hold', () => {
    const found = labels('FROM alpine\nONBUILD |');
    expect(found).toContain('COPY');
    expect(found.filter((label) => ['FROM', 'ONBUILD', 'MAINTAINER'].includes(label))).toEqual([]);
  });
  test('not on a continued line, not even behind an empty one', () => {
    expect(labels('FROM alpine\nRUN a \\\n  |')).toEqual([]);
    expect(labels('FROM alpine\nRUN a \\\n\n  |')).toEqual([]);
    expect(labels('FROM alpine\nRUN a\n\n|')).toContain('COPY');
  });
});

describe('heredocs', () => {
  test('nothing but variables', () => {
    expect(labels('FROM alpine\nRUN <<EOF\n|\nEOF\n')).toEqual([]);
    expect(labels('FROM alpine\nENV A=1\nCOPY <<EOF /x\necho $|\nEOF\n')).toEqual(['$A', '$PATH']);
  });
  test('the script of a RUN reads its variables even when its name is quoted, a copied text does not', () => {
    expect(labels("FROM alpine\nENV A=1\nRUN <<'EOF'\necho ${|\nEOF\n")).toContain('${A}');
    expect(labels("FROM alpine\nENV A=1\nCOPY <<'EOF' /x\necho $|\nEOF\n")).toEqual([]);
  });
  test('while the last line is still missing', () => {
    expect(labels('FROM alpine\nRUN <<EOF\n|')).toEqual([]);
    expect(labels('FROM alpine\nENV A=1\nCOPY <<EOF /x\nhi $|')).toContain('$A');
  });
});

describe('comments', () => {
  test('directives at the top, and no longer below anything else', () => {
    expect(labels('# |')).toEqual(['syntax=', 'escape=', 'check=', 'drydock ignore=']);
    expect(labels('# syntax=docker/dockerfile:1\n# |')).toEqual(['escape=', 'check=', 'drydock ignore=']);
    expect(labels('FROM a\n# |')).toEqual(['drydock ignore=']);
    expect(labels('# words\n# |\nFROM a')).toEqual(['drydock ignore=']);
    expect(labels('\n\n# |\nFROM a')).toEqual(['drydock ignore=']);
  });
  test('values of directives, explained', () => {
    expect(details('# syntax=|')[0]).toBe(
      'docker/dockerfile:1 – The newest stable syntax of 1.x; fetched once, then cached.',
    );
    expect(labels('# escape=|')).toEqual(['`', '\\']);
  });
  test('options of check, one behind the other', () => {
    expect(labels('# check=|')).toEqual(['skip=', 'error=true', 'skip=all', 'experimental=all']);
    expect(labels('# check=skip=|')).toContain('SecretsUsedInArgOrEnv');
    expect(labels('# check=skip=SecretsUsedInArgOrEnv,|')).not.toContain('SecretsUsedInArgOrEnv');
    expect(labels('# check=skip=all;|')).toEqual(['error=true', 'experimental=all']);
    expect(accept('# check=skip=all;er|', 'error=true')).toBe('# check=skip=all;error=true');
  });
  test('rules behind ignore=, none twice', () => {
    const found = labels('# drydock ignore=dockerfile/missing-user,|\nFROM a');
    expect(found).toContain('dockerfile/workdir-relative');
    expect(found).not.toContain('dockerfile/missing-user');
    expect(found.every((label) => label.startsWith('dockerfile/'))).toBe(true);
  });
  test('a rule replaces what is typed of it', () => {
    expect(accept('# drydock ignore=miss|\nFROM a', 'dockerfile/missing-user')).toBe(
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
  test('behind a byte order mark a file begins as any other', () => {
    expect(labels('\uFEFF|')).toEqual(['ARG', 'FROM', '# syntax=docker/dockerfile:1']);
    expect(labels('\uFEFF# |')).toContain('syntax=');
    expect(accept('\uFEFFFR|', 'FROM')).toBe('\uFEFFFROM ${1:image}');
  });
  test('CRLF continuation', () => {
    expect(labels('FROM a\r\nCOPY \\\r\n --|')).toContain('--chown=');
    expect(labels('# check=skip=all\r\n# |')).toContain('syntax=');
  });
  test('an escape of a backtick', () => {
    expect(labels('# escape=`\nFROM a\nCOPY `\n --|')).toContain('--chown=');
    expect(labels('# escape=`\nFROM a\nENV A=1\nWORKDIR C:\\$|')).toContain('$A');
  });
});

test('everything that is offered says what it is', () => {
  const lines = ['|', 'COPY --|', 'RUN --|', 'ADD --|', 'HEALTHCHECK --|', 'RUN --mount=|', 'RUN --mount=type=cache,|'];
  const more = [
    'RUN --mount=type=secret,|',
    'RUN --mount=type=ssh,|',
    'SHELL |',
    'STOPSIGNAL |',
    'EXPOSE |',
    'LABEL |',
  ];
  const silent = [...lines, ...more].flatMap((line) =>
    details(`FROM a\n${line}`).filter((detail) => detail.endsWith('– ')),
  );
  expect(silent).toEqual([]);
});

test.each(['WORKDIR $', 'USER ', 'EXPOSE ', 'FROM ', 'COPY --from=', 'LABEL ', 'CMD ', ''])(
  '%j at the end of 5,000 lines is no matter',
  async (line) => {
    const body = Array.from({ length: 2500 }, (_, at) => `ENV A${at}=/srv/$A0\nRUN apt-get install -y x${at}`).join(
      '\n',
    );
    const text = `FROM a AS x\n${body}\n${line}`;
    const document = parseDocument('dockerfile', 'dockerfile', text);
    const facts = { rules, knowledge: noKnowledge, images: [] };
    expect(await effortOf(() => findCompletions(document, text.length, facts))).toBeLessThan(1);
  },
);
