import { noKnowledge, parseDocument, parseDockerfile, planFormat, planRefactors } from '#core';
import { describe, expect, test } from 'vitest';
import { effortOf } from '#test/kit/effort.ts';
import { instructionMeaning } from '#test/kit/meaning.ts';
import { expectNone, expectOffer, offerAt, offersAt, offersIn } from './refactor-drawing.ts';

describe('the old form of ENV and LABEL', () => {
  test.each([
    ['ENV A b', 'ENV A=b'],
    ['ENV A b c', 'ENV A="b c"'],
    ['ENV A b  $X', 'ENV A="b  $X"'],
    ['ENV A "b c"', 'ENV A="b c"'],
    ['ENV A b "c d" e', 'ENV A=b\\ "c d"\\ e'],
    ["ENV A it's' x", "ENV A=it's'\\ x"],
    ['ENV A b\\ c d', 'ENV A=b\\ c\\ d'],
    ['LABEL org.x ${Y:-a b}', 'LABEL org.x="${Y:-a b}"'],
  ])('%s means %s', (before, after) => {
    const offer = expectOffer('Write as', `FROM a\n${before.replace(' ', '| ')}\n`, `FROM a\n${after}\n`);
    const [, old] = parseDockerfile(`FROM a\n${before}\n`).instructions;
    const [, now] = parseDockerfile(offer.after).instructions;
    const valueOf = (instruction: typeof old): unknown =>
      instruction?.assignments.map(({ name, value }) => [name.value, value?.value]);
    expect(valueOf(now)).toEqual(valueOf(old));
    expect(offer.safe).toBe(true);
  });
  test('not for what is new already', () => {
    expectNone('Write as', 'FROM a\nE|NV A=b\n');
    expectNone('Write as', 'FROM a\nE|NV A=b C=d\n');
  });
});

describe('stages and images', () => {
  test('a stage gets a name that nothing has, and its numbers become it', () => {
    const { safe } = expectOffer(
      'Name this stage',
      `
        FR|OM golang
        FROM stage0
        COPY --from=0 a b
        COPY --chown=1 --from=0 a b
        FROM x
        COPY --from=1 a b
      `,
      `
        FROM golang AS stage0-1
        FROM stage0
        COPY --from=stage0-1 a b
        COPY --chown=1 --from=stage0-1 a b
        FROM x
        COPY --from=1 a b
      `,
    );
    expect(safe).toBe(true);
    expectNone('Name this stage', 'FR|OM a AS b\n');
  });
  test('an image is pinned to the digest that the engine has', () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    const knowledge = { image: () => ({ repoDigests: [`other@${digest.replace('a', 'b')}`, `alpine@${digest}`] }) };
    const title = 'Pin `docker.io/library/alpine:3.23` to the digest';
    const { safe } = expectOffer(
      title,
      'FROM --platform=linux/amd64 docker.io/library/alp|ine:3.23 AS x\n',
      `FROM --platform=linux/amd64 docker.io/library/alpine:3.23@${digest} AS x\n`,
      knowledge,
    );
    expect(safe).toBe(false);
    for (const text of ['FR|OM scratch\n', 'FR|OM debian\n', `FR|OM alpine@${digest}\n`, 'ARG X=alpine\nFR|OM $X\n']) {
      expect(offerAt(text, 'Pin', knowledge)).toBeUndefined();
    }
    expectNone('Pin', 'FR|OM alpine\n');
  });
});

describe('packages', () => {
  test('one below the other are sorted, comments and what follows stay', () => {
    const { safe, after } = expectOffer(
      'Sort the packages',
      `
        FROM a
        R|UN apt-get update && apt-get install -y --no-install-recommends \\
              git \\
              Curl \\
              bash=5.* \\
              # certificates
              zlib1g \\
              ca-certificates && \\
            apk add --virtual \\
              .x \\
              b \\
              a
      `.replace('bash=5.*', 'bash=5'),
      `
        FROM a
        RUN apt-get update && apt-get install -y --no-install-recommends \\
              bash=5 \\
              Curl \\
              git \\
              # certificates
              ca-certificates \\
              zlib1g && \\
            apk add --virtual \\
              .x \\
              a \\
              b
      `,
    );
    expect(safe).toBe(true);
    expectNone('Sort', after.replace('RUN', 'R|UN'));
  });
  test.each([
    'apt-get install b a',
    'apt-get remove \\\n b \\\n a',
    'echo \\\n b \\\n a',
    'apt-get install \\\n "$b" \\\n $a',
  ])('not for %j', (script) => {
    expectNone('Sort', `FROM x\nR|UN ${script}\n`);
  });
});

describe('a change of just what was copied', () => {
  test('becomes a flag of COPY', () => {
    const { safe } = expectOffer(
      'Use `--chmod=755` instead',
      'FROM a\nCO|PY --link run.sh /bin/\nRUN chmod 755 /bin/run.sh\nUSER 1\n',
      'FROM a\nCOPY --chmod=755 --link run.sh /bin/\nUSER 1\n',
    );
    expect(safe).toBe(false);
    expectOffer(
      'Use `--chown=app:app` instead',
      'FROM a\nCO|PY . /app\nRUN chown -R app:app /app\n',
      'FROM a\nCOPY --chown=app:app . /app\n',
    );
    expectOffer('Use `--chown=app:0`', 'FROM a\nCO|PY x /app\nRUN chown app /app', 'FROM a\nCOPY --chown=app:0 x /app');
  });
  test.each([
    ['another path', 'CO|PY a /b\nRUN chmod 755 /c\n'],
    ['more than that', 'CO|PY a /b\nRUN chmod 755 /b && c\n'],
    ['two paths', 'CO|PY a /b\nRUN chmod 755 /b /c\n'],
    ['a mode that adds', 'CO|PY a /b\nRUN chmod +x /b\n'],
    ['a flag that is there', 'CO|PY --chmod=644 a /b\nRUN chmod 755 /b\n'],
    ['several sources', 'CO|PY a c /b/\nRUN chmod 755 /b/\n'],
    ['a folder that was copied', 'CO|PY a /b/\nRUN chmod 755 /b/a\n'],
    ['a comment that would go', 'CO|PY a /b\n# why\nRUN chmod 755 /b\n'],
    ['a redirection', 'CO|PY a /b\nRUN chmod 755 /b > /x\n'],
  ])('not for %s', (_name, text) => {
    expectNone('Use `--ch', `FROM x\n${text}`);
  });
});

test('nothing is offered for what BuildKit refuses, elsewhere in a file, or in Compose files', () => {
  expect(offersAt('FROM a\nR|UN --x b && c\n')).toEqual([]);
  expect(offersAt('FROM a\n|\nRUN b && c\n')).toEqual([]);
  const compose = parseDocument('compose', 'compose.yaml', 'services: {}\n');
  expect(planRefactors(compose, { start: 0, end: 0 }, noKnowledge)).toEqual([]);
});

test('the other instructions of a file stay what they are', () => {
  const text = 'FROM a\nENV A b\nRUN c && d\nRUN e\nCMD f\nCOPY g /h\nRUN chmod 644 /h\nLABEL i j\n';
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const drawing = [...lines.slice(0, index), `|${line}`, ...lines.slice(index + 1)].join('\n');
    for (const { after, title } of offersAt(drawing)) {
      const meanings = parseDockerfile(after).instructions.map((each) => JSON.stringify(instructionMeaning(each)));
      const untouched = parseDockerfile(text)
        .instructions.filter(({ span }) => after.split('\n').includes(text.slice(span.start, span.end)))
        .map((each) => JSON.stringify(instructionMeaning(each)));
      expect(
        untouched.every((each) => meanings.includes(each)),
        title,
      ).toBe(true);
    }
  }
});

const words = 'word '.repeat(40_000);
test.each([
  ['packages', `RUN apt-get install ${words}`],
  ['packages on many lines', `RUN apt-get install ${'b \\\n  a \\\n  '.repeat(10_000)} c`],
  ['steps', `RUN ${'a && '.repeat(20_000)} b`],
  ['words of a command', `CMD ${words}`],
  ['strings', `CMD [${'"a",'.repeat(40_000)}"b"]`],
  ['words of an old value', `ENV A ${words}"`],
  ['blanks', `RUN a${' '.repeat(200_000)}b`],
  ['letters of an option', `RUN <<E\nset -${'e'.repeat(200_000)}!\na\nE`],
  ['open substitutions', `RUN ${'$('.repeat(10_000)}`],
  ['substitutions', `RUN a ${'$(b '.repeat(10_000)}${')'.repeat(10_000)} && c`],
])('many %s do not hang', async (_name, instruction) => {
  const effort = await effortOf(() => {
    const text = `FROM a\n${instruction}\n`;
    expect(Array.isArray(offersIn(text, 7))).toBe(true);
    const document = parseDocument('dockerfile', 'Dockerfile', text);
    expect(Array.isArray(planFormat(document, { tabSize: 4, insertSpaces: true }))).toBe(true);
  });
  expect(effort).toBeLessThan(10);
});
