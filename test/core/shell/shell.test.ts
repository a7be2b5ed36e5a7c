import { parseDockerfile, parseShell, type ShellScript } from '#core';
import { drawMarks, readDrawing } from '#test/kit/marks.ts';
import { describe, expect, test } from 'vitest';

/** Draws each command of all scripts: its words, and how it follows the one before. */
function expectCommands(drawing: string): void {
  const { text, marks } = readDrawing(drawing);
  const scripts = parseDockerfile(text).instructions.flatMap((instruction) => instruction.script() ?? []);
  const found = scripts.flatMap(({ commands }) =>
    commands.map(({ span, name, args, after }) => ({
      ...span,
      message: [after, name?.value, ...args.map(({ value }) => value)].filter(Boolean).join(' '),
    })),
  );
  expect(drawMarks(text, found)).toBe(drawMarks(text, marks));
}

describe('the scripts of a Dockerfile', () => {
  test('commands stand at their places, behind flags, continuations and comments', () => {
    expectCommands(`
      FROM alpine
      RUN --mount=type=cache,target=/x apt-get update && \\
                                       ^^^^^^^^^^^^^^ apt-get update
        # why
          apt-get install -y "curl" && rm -rf /x/*
          ^^^^^^^^^^^^^^^^^^^^^^^^^ && apt-get install -y curl
                                       ^^^^^^^^^^^ && rm -rf /x/*
      CMD exec node server.js
          ^^^^^^^^^^^^^^^^^^^ exec node server.js
      HEALTHCHECK --interval=3s CMD curl -f x || exit 1
                                    ^^^^^^^^^ curl -f x
                                                 ^^^^^^ || exit 1
      ONBUILD RUN make
                  ^^^^ make
    `);
  });

  test('a heredoc is a script, unless another program reads it', () => {
    expectCommands(`
      FROM alpine
      RUN <<EOF
      set -e
      ^^^^^^ set -e
      make
      ^^^^ ; make
      EOF
      RUN bash -e <<EOF
      make install
      ^^^^^^^^^^^^ make install
      EOF
      RUN <<EOF
      #!/usr/bin/env python3
      print("a")
      EOF
      RUN python3 <<EOF
          ^^^^^^^^^^^^^ python3
      print("a")
      EOF
    `);
  });

  test('SHELL with another language ends it, also for the stages on top, until the next SHELL', () => {
    expectCommands(`
      FROM alpine AS base
      RUN one
          ^^^ one
      SHELL ["powershell", "-Command"]
      RUN Write-Host "it's
      FROM base
      RUN Get-Item x
      SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      RUN two
          ^^^ two
    `);
  });

  test('the exec form is none', () => {
    const [, cmd] = parseDockerfile('FROM a\nCMD ["sh", "-c", "x"]\n').instructions;
    expect(cmd?.script()).toBeNull();
  });

  test('a script is parsed once', () => {
    const [, run] = parseDockerfile('FROM a\nRUN x\n').instructions;
    expect(run?.script()).toBe(run?.script());
  });
});

describe('a script', () => {
  const brief = ({ commands }: ShellScript): string[] =>
    commands.map(({ name, args, pipeline, pipelinePosition, after }) =>
      [`${pipeline}.${pipelinePosition}`, after ?? '-', name?.value, ...args.map(({ value }) => value)].join(' '),
    );

  test('is flat: subshells, groups, conditions, loops, functions and substitutions', () => {
    expect(
      brief(parseShell('a; (b; c) && { d; }; if e; then f; else g; fi; for i in x; do h; done; k() { l; }; k', 0)),
    ).toEqual([
      '0.0 - a',
      '1.0 ; b',
      '2.0 ; c',
      '3.0 && d',
      '4.0 ; e',
      '5.0 ; f',
      '6.0 ; g',
      '7.0 ; h',
      '8.0 ; l',
      '9.0 ; k',
    ]);
    expect(brief(parseShell('a "$(b | c)" `d` && e', 0))).toEqual([
      '0.0 - a $(b | c) `d`',
      '1.0 - b',
      '1.1 | c',
      '2.0 - d',
      '3.0 && e',
    ]);
  });

  test('a pipeline has one number, its pipes have places', () => {
    const code = 'curl -fsSL x | tar xz | (cat; wc)';
    const script = parseShell(code, 100);
    expect(brief(script)).toEqual(['0.0 - curl -fsSL x', '0.1 | tar xz', '0.2 | cat', '0.2 ; wc']);
    expect(script.commands.map(({ pipe }) => pipe?.start)).toEqual([undefined, 113, 122, 122]);
  });

  test('words lose their quotes and say whether they hold more than text', () => {
    const [command] = parseShell(`A=1 B="$x" run 'a b' "c"d $e "f\${g}" h*`, 0).commands;
    expect(command?.assignments.map(({ value, literal }) => [value, literal])).toEqual([
      ['A=1', true],
      ['B=$x', false],
    ]);
    expect(command?.args.map(({ value, literal }) => [value, literal])).toEqual([
      ['a b', true],
      ['cd', true],
      ['$e', false],
      ['f${g}', false],
      ['h*', true],
    ]);
  });

  test.each(['echo "a', 'if true', 'a | ', 'echo $(', '((((('])(
    '`%s` is not complete, and nothing is thrown',
    (code) => {
      expect(parseShell(code, 0).complete).toBe(false);
    },
  );
});
