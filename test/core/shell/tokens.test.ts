import { parseDockerfile, parseShell, type ShellToken } from '#core';
import { describe, expect, test } from 'vitest';
import { drawMarks, readDrawing } from '#test/kit/marks.ts';

/** Draws the tokens of all scripts of a Dockerfile. */
function expectTokens(drawing: string): void {
  const { text, marks } = readDrawing(drawing);
  const tokens = parseDockerfile(text).instructions.flatMap((instruction): readonly ShellToken[] => {
    return instruction.script()?.tokens() ?? [];
  });
  const found = tokens.map(({ span, kind }) => ({ ...span, message: kind }));
  expect(drawMarks(text, found)).toBe(drawMarks(text, marks));
}

describe('the tokens of a script', () => {
  test('commands, options, strings, variables and operators, also through continuations', () => {
    expectTokens(`
      RUN apt-get install -y --no-install-recommends=x cur\\
          ^^^^^^^ command
                          ^^ option
                             ^^^^^^^^^^^^^^^^^^^^^^^ option
        # why
        l && echo "a $b \\
          ^^ operator
             ^^^^ command
                  ^^^ string
                     ^^ variable
                       ^ string
        c" 'd' > /x 2>&1
      ^^^^ string
           ^^^ string
               ^ operator
                     ^^ operator
    `);
  });

  test('reserved words, functions, loops, tests and comments', () => {
    expectTokens(`
      RUN <<EOF
      # why
      ^^^^^ comment
      set -e
      ^^^ command
          ^^ option
      if [ -f /x ]; then A=1 b; fi
      ^^ keyword
         ^ command
           ^^ option
                  ^ operator
                    ^^^^ keyword
                         ^ variable
                          ^ operator
                             ^ command
                              ^ operator
                                ^^ keyword
      EOF
    `);
  });

  test('substitutions are scripts of their own', () => {
    expectTokens(`
      RUN a "$(b -c)" 0
          ^ command
            ^ string
             ^^ operator
               ^ command
                 ^^ option
                   ^ operator
                    ^ string
                      ^ number
    `);
  });

  test('a text over several lines is cut at their ends', () => {
    expectTokens(`
      RUN <<EOF
      echo 'a
      ^^^^ command
           ^^ string
      b'
      ^^ string
      cat <<X
      ^^^ command
          ^^ operator
            ^ delimiter
      $y
      ^^ string
      X
      ^ delimiter
      EOF
    `);
  });

  test('SHELL with another language leaves none', () => {
    expectTokens('FROM a\nSHELL ["powershell"]\nRUN Get-Item x\n');
  });

  test.each(['echo "a', 'a | ', '((', 'case x in', 'for', '`a `b', '${', '$(', "$'", 'a <<E', '{', 'if a; then'])(
    'what is not finished has tokens too, in order and apart: %s',
    (code) => {
      const tokens = parseShell(code, 7).tokens();
      for (const [index, { span }] of tokens.entries()) {
        expect(span.start).toBeGreaterThanOrEqual(tokens[index - 1]?.span.end ?? 7);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(7 + code.length);
      }
    },
  );
});
