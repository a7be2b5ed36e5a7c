import { findSemanticTokens, parseDocument } from '#core';
import { describe, expect, test } from 'vitest';
import { effortOf } from '#test/kit/effort.ts';
import { drawMarks, readDrawing } from '#test/kit/marks.ts';

/** Checks that exactly the drawn words have a colour, each under its characters. */
function expectTokens(drawing: string): void {
  const { text, marks } = readDrawing(drawing);
  const tokens = findSemanticTokens(parseDocument('dockerfile', 'Dockerfile', text));
  const found = tokens.map(({ span, type, declares }) => ({ ...span, message: declares ? `${type} declared` : type }));
  expect(drawMarks(text, found)).toBe(drawMarks(text, marks));
}

describe('an instruction', () => {
  test('directives, comments, stages, images and their tags', () => {
    expectTokens(`
      # syntax=docker/dockerfile:1
        ^^^^^^ macro
               ^^^^^^^^^^^^^^^^^^^ string
      # words
      ^^^^^^^ comment
      FROM --platform=$BUILDPLATFORM golang:1.25 AS build
      ^^^^ keyword
           ^^^^^^^^^^ parameter
                      ^^^^^^^^^^^^^^ variable
                                     ^^^^^^ class
                                           ^^^^^ enumMember
                                                 ^^ keyword
                                                    ^^^^^ namespace declared
      FROM build
      ^^^^ keyword
           ^^^^^ namespace
      COPY --from=build --chown=1:1 /a "/b"
      ^^^^ keyword
           ^^^^^^ parameter
                  ^^^^^ namespace
                        ^^^^^^^ parameter
                                ^^^ number
                                       ^^^^ string
    `);
  });
  test('variables where they are declared and used, values, numbers, keys of labels', () => {
    expectTokens(`
      ARG TAG=3.23
      ^^^ keyword
          ^^^ variable declared
              ^^^^ number
      FROM alpine:\${TAG:-x}
      ^^^^ keyword
           ^^^^^^ class
                 ^ enumMember
                  ^^^^^^^^^ variable
      ENV A=b "C"="d $A e"
      ^^^ keyword
          ^ variable declared
            ^ string
              ^^^ variable declared
                  ^^^ string
                     ^^ variable
                       ^^^ string
      LABEL org.x=1
      ^^^^^ keyword
            ^^^^^ property
                  ^ number
      EXPOSE 80/tcp $A
      ^^^^^^ keyword
             ^^^^^^ number
                    ^^ variable
      STOPSIGNAL SIGTERM
      ^^^^^^^^^^ keyword
                 ^^^^^^^ enumMember
      USER 1000
      ^^^^ keyword
           ^^^^ number
      HEALTHCHECK NONE
      ^^^^^^^^^^^ keyword
                  ^^^^ keyword
    `);
  });
  test('mounts', () => {
    expectTokens(`
      FROM a AS dep
      ^^^^ keyword
           ^ class
             ^^ keyword
                ^^^ namespace declared
      FROM b
      ^^^^ keyword
           ^ class
      RUN --mount=type=bind,from=dep,target=/x make
      ^^^ keyword
          ^^^^^^^ parameter
                  ^^^^ property
                       ^^^^ string
                            ^^^^ property
                                 ^^^ namespace
                                     ^^^^^^ property
                                            ^^ string
                                               ^^^^ function
    `);
  });
});

describe('a script', () => {
  test('is coloured as shell, line by line', () => {
    expectTokens(`
      RUN make "a \\
      ^^^ keyword
          ^^^^ function
               ^^^ string
        # why
        ^^^^^ comment
          b" && \\
      ^^^^^^ string
             ^^ operator
        ls -l
        ^^ function
           ^^ parameter
      HEALTHCHECK --interval=5s CMD curl $X
      ^^^^^^^^^^^ keyword
                  ^^^^^^^^^^ parameter
                             ^^ number
                                ^^^ keyword
                                    ^^^^ function
                                         ^^ variable
      CMD ["a", "b"]
      ^^^ keyword
           ^^^ string
                ^^^ string
    `);
  });
  test('in a heredoc, with the names that open and close it', () => {
    expectTokens(`
      RUN bash -e <<EOF
      ^^^ keyword
          ^^^^ function
               ^^ parameter
                    ^^^ label
      make
      ^^^^ function
      EOF
      ^^^ label
      RUN python3 <<-E
      ^^^ keyword
          ^^^^^^^ function
                  ^^^ operator
                     ^ label
      print("x")
      \tE
       ^ label
      COPY <<A /b
      ^^^^ keyword
             ^ label
      RUN x
      A
      ^ label
      ONBUILD RUN <<E
      ^^^^^^^ keyword
              ^^^ keyword
                    ^ label
      ls
      ^^ function
      E
      ^ label
    `);
  });
});

test('of a range, those of the instructions it touches', () => {
  const text = 'FROM a\nRUN b\nUSER 1\n';
  const at = text.indexOf('b');
  const found = findSemanticTokens(parseDocument('dockerfile', 'Dockerfile', text), { start: at, end: at + 1 });
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(['b']);
});

test('Compose files have none', () => {
  expect(findSemanticTokens(parseDocument('compose', 'compose.yaml', 'services: {}\n'))).toEqual([]);
});

test.each([
  ['many variables', `FROM a\nENV ${Array.from({ length: 8000 }, (_, i) => `A${i}=$B`).join(' ')}\n`],
  ['many stages', Array.from({ length: 3000 }, (_, i) => `FROM a AS s${i}\nCOPY --from=s${i - 1} a b\n`).join('')],
  ['a long line', `FROM a\nRUN ${'echo "a $b" && '.repeat(15_000)}true\n`],
  ['dashes', `FROM a\nRUN ${'-='.repeat(200_000)}\n`],
  ['a long name', `FROM ${':${'.repeat(200_000)}\n`],
])('%s do not hang', async (_name, text) => {
  const document = parseDocument('dockerfile', 'Dockerfile', text);
  const effort = await effortOf(() => expect(findSemanticTokens(document).length).toBeGreaterThan(1));
  expect(effort).toBeLessThan(5);
});
