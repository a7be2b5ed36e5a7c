import { describe, expect, test } from 'vitest';
import { readDrawing } from '#test/kit/marks.ts';
import { commandsOf, expectNone, expectOffer, offerAt } from './refactor-drawing.ts';

describe('a chain as a heredoc', () => {
  const title = 'Write this chain as a heredoc';
  test('runs the same commands and stops at the same failures', () => {
    const before = `
      FROM a
      R|UN --mount=type=cache,target=/x apt-get update && \\
          # why
          apt-get install -y curl \\
            git && A=$(cat x) | tee "y z"
      USER 1
    `;
    const { after, safe } = expectOffer(
      title,
      before,
      `
        FROM a
        RUN --mount=type=cache,target=/x <<EOF
        set -e
        apt-get update
        apt-get install -y curl git
        A=$(cat x) | tee "y z"
        EOF
        USER 1
      `,
    );
    expect(safe).toBe(true);
    const { text } = readDrawing(before, { cursor: true });
    expect(commandsOf(after)).toEqual([['set', '-e'], ...commandsOf(text)]);
  });
  test('and back', () => {
    const heredoc = 'FROM a\nRUN --network=none <<E|OF\nset -eux\nb c\n\nd | e\nEOF\nUSER 1\n';
    expectOffer(
      'Write this heredoc as a chain',
      heredoc,
      'FROM a\nRUN --network=none set -ux && \\\n    b c && \\\n    d | e\nUSER 1\n',
    );
    expectOffer('Write this heredoc as a chain', 'FROM a\nRUN <<E|OF\nmake\nEOF\n', 'FROM a\nRUN make\n');
  });
  test('blanks at the end of the line do not keep the heredoc open', () => {
    expectOffer(title, 'FROM a\nR|UN b && c  \nUSER 1\n', 'FROM a\nRUN <<EOF\nset -e\nb\nc\nEOF\nUSER 1\n');
    expectNone(title, 'FROM a\nR|UN b && c \\\n\n');
  });
  test('both ways give what was there', () => {
    const chain = 'FROM a\nRUN b && \\\n    c d && \\\n    e\n';
    const heredoc = offerAt(chain.replace('RUN', 'R|UN'), title)?.after ?? '';
    expect(offerAt(heredoc.replace('RUN', 'R|UN'), 'Write this heredoc')?.after).toBe(chain);
  });
  test.each([
    ['only one command', 'a'],
    ['another operator', 'a && b || c'],
    ['a list', 'a; b && c'],
    ['a group, in which `set -e` would count too', '{ a; b; } && c'],
    ['a condition', 'if a; then b; fi && c'],
    ['a subshell', '(a; b) && c'],
    ['a negation', '! a && b'],
    ['a job in the background', 'a & b && c'],
    ['substitutions of several commands', 'a $(b; c) && d'],
    ['what is read as shell again', 'eval "a; b" && c'],
    ['switching failures off', 'set +e && a && b'],
    ['a word on two lines', 'echo "a \\\n  b" && c'],
    ['a comment', 'a && b # && c'],
    ['an open quote', 'a && "b'],
    ['JSON', '["a", "b"]'],
  ])('not for %s', (_name, script) => {
    expectNone(title, `FROM a\nR|UN ${script}\n`);
  });
  test('not where the frontend or the shell does not know it, nor with CRLF', () => {
    expectNone(title, '# syntax=docker/dockerfile:1.2\nFROM a\nR|UN a && b\n');
    expectNone(title, 'FROM a\nSHELL ["cmd"]\nR|UN a && b\n');
    expectNone(title, 'FROM a\r\nR|UN a && b\r\n');
  });
  test.each([
    ['without `set -e`', 'a\nb'],
    ['a chain in it, which may fail in the middle', 'set -e\na && b\nc'],
    ['a comment in it', 'set -e\n# why\na\nb'],
    ['a heredoc in it', 'set -e\ncat <<X\nX\na'],
    ['a line that is continued', 'set -e\na \\\n b\nc'],
    ['an option with a name', 'set -eo pipefail\na\nb'],
    ['another language', '#!/usr/bin/python3\na'],
  ])('not back %s', (_name, body) => {
    expectNone('Write this heredoc', `FROM a\nR|UN <<EOF\n${body}\nEOF\n`);
  });
});

describe('splitting and merging', () => {
  test('a chain becomes a RUN each, with its flags', () => {
    const { safe } = expectOffer(
      'Split into 3 RUN',
      `
        FROM a
          R|UN --mount=type=cache,target=/x a b && \\
              # why
              c && d
      `,
      `
        FROM a
          RUN --mount=type=cache,target=/x a b
          RUN --mount=type=cache,target=/x c
          RUN --mount=type=cache,target=/x d
      `,
    );
    expect(safe).toBe(false);
  });
  test.each(['cd x && a', 'A=1 && b', 'export A=1 && b', '. ./x && b', 'umask 7 && a', 'a || b', 'a; b', '$X && b'])(
    'not when a command depends on the one before: %s',
    (script) => {
      expectNone('Split', `FROM a\nR|UN ${script}\n`);
    },
  );
  test('not when what a mount holds would be lost', () => {
    expectNone('Split', 'FROM a\nR|UN --mount=type=tmpfs,target=/t a && b\n');
    expectNone('Split', 'FROM a\nR|UN --mount=type=bind,rw,target=/t a && b\n');
  });
  test('two RUNs become one, and comments between them stay', () => {
    const { safe, after } = expectOffer(
      'Merge with the next RUN',
      `
        FROM a
        R|UN b && c

        # why
        run   d \\
              e
        RUN f
      `,
      `
        FROM a
        RUN b && c && \\
        # why
            d \\
              e
        RUN f
      `,
    );
    expect(safe).toBe(true);
    expect(commandsOf(after)).toEqual([['b'], ['c'], ['d', 'e'], ['f']]);
  });
  test('with the escape character and line breaks of the file', () => {
    expectOffer(
      'Merge',
      '# escape=`\r\nFROM a\r\nR|UN b\r\nRUN c\r\n',
      '# escape=`\r\nFROM a\r\nRUN b && `\r\n    c\r\n',
    );
  });
  test.each([
    ['flags', 'R|UN --network=none a\nRUN b\n'],
    ['a shell that has gone elsewhere', 'R|UN cd a\nRUN b\n'],
    ['something between', 'R|UN a\nUSER 1\nRUN b\n'],
    ['an alternative', 'R|UN a\nRUN b || c\n'],
    ['a heredoc', 'R|UN a\nRUN <<E\nE\n'],
    ['exec form', 'R|UN a\nRUN ["b"]\n'],
    ['another stage', 'R|UN a\nFROM b\nRUN c\n'],
  ])('not over %s', (_name, text) => {
    expectNone('Merge', `FROM x\n${text}`);
  });
});

describe('forms of commands', () => {
  test('plain words become JSON, which is said to change what happens', () => {
    const { safe } = expectOffer(
      'Write in exec form',
      'FROM a\nC|MD node "my app.js" \\\n  --x=1\n',
      'FROM a\nCMD ["node", "my app.js", "--x=1"]\n',
    );
    expect(safe).toBe(false);
    expectOffer('Write in exec form', 'FROM a\nENTRYP|OINT exec node x\n', 'FROM a\nENTRYPOINT ["node", "x"]\n');
    expectOffer(
      'Write in exec form',
      'FROM a\nHEALTH|CHECK --interval=5s CMD curl -f x\n',
      'FROM a\nHEALTHCHECK --interval=5s CMD ["curl", "-f", "x"]\n',
    );
    expectOffer('Write in exec form', 'FROM a\nR|UN make all\n', 'FROM a\nRUN ["make", "all"]\n');
  });
  test.each([
    'a $X',
    'a > b',
    'a && b',
    'a *',
    'cd x',
    'A=1 b',
    'a ~',
    'a `b`',
    'a "$b"',
    'a &',
    'a\\ b',
    '! a',
    'if',
    '{ a; }',
  ])('not when a shell has something to do: %s', (command) => {
    expectNone('Write in exec form', `FROM a\nC|MD ${command}\n`);
  });
  test('JSON becomes words, quoted where a shell would read more into them', () => {
    const drawing = String.raw`FROM a
C|MD ["node", "a b", "it's", "$HOME", "A=1", "\\"]
`;
    const { after, safe } = expectOffer(
      'Write in shell form',
      drawing,
      String.raw`FROM a
CMD node 'a b' 'it'\''s' '$HOME' A=1 '\'
`,
    );
    expect(safe).toBe(false);
    expect(commandsOf(after)).toEqual([['node', 'a b', "it's", '$HOME', 'A=1', '\\']]);
  });
  test('not for nothing, or for line breaks', () => {
    expectNone('Write in shell form', 'FROM a\nC|MD []\n');
    expectNone('Write in shell form', 'FROM a\nC|MD ["a", "b\\nc"]\n');
  });
});
