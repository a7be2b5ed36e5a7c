import { applyEdits, parseDocument, planFormat, planFormatOnEnter, type Indentation } from '#core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { meaningOf } from '#test/kit/meaning.ts';
import { dedent, readDrawing } from '#test/kit/marks.ts';

const four: Indentation = { tabSize: 4, insertSpaces: true };

function format(text: string, how = four, area?: { start: number; end: number }): string {
  const edits = planFormat(parseDocument('dockerfile', 'Dockerfile', text), how, area);
  return applyEdits(text, edits) ?? 'edits overlap';
}

/** Checks what a drawing becomes, that it then stays, and that it means what it meant. */
function expectFormat(before: string, after: string, how = four): void {
  const [given, wanted] = [dedent(before), dedent(after)];
  expect(format(given, how)).toBe(wanted);
  expect(format(wanted, how)).toBe(wanted);
  expect(meaningOf(wanted)).toEqual(meaningOf(given));
}

describe('words', () => {
  test('keywords take the case of most of them', () => {
    expectFormat('from alpine as x\nRUN a\nUSER b\n', 'FROM alpine AS x\nRUN a\nUSER b\n');
    expectFormat('from alpine AS x\nrun a\nUSER b\n', 'from alpine as x\nrun a\nuser b\n');
    expectFormat('From a\nhealthcheck cmd x\nONBUILD run y\n', 'FROM a\nHEALTHCHECK CMD x\nONBUILD RUN y\n');
  });
  test('one blank behind the keyword and behind flags, none at the end', () => {
    expectFormat(
      `
        FROM   alpine:3.23\t
        COPY\t--chown=1   --link   a   b
        HEALTHCHECK  --interval=3s   CMD   curl  x
        ENV   A  b  c
      `.replace('c\n', 'c  \n'),
      `
        FROM alpine:3.23
        COPY --chown=1 --link a   b
        HEALTHCHECK --interval=3s CMD curl  x
        ENV A  b  c
      `,
    );
  });
  test('a keyword that two lines share, and one that nobody knows, stay', () => {
    expectFormat('FR\\\nom a\nrun b\nRUN c\n', 'FR\\\nom a\nRUN b\nRUN c\n');
    expectFormat('FROM a\nfoo   bar  \n', 'FROM a\nfoo   bar  \n');
  });
});

describe('lines', () => {
  test('one blank line between, none at either end, and a line break at the very end', () => {
    expectFormat('\n\nFROM a\n  \n\n\nRUN b\n\n\n', 'FROM a\n\nRUN b\n');
    expectFormat('FROM a', 'FROM a\n');
    expectFormat('FROM a\n   ', 'FROM a\n');
  });
  test('a comment does not become a directive', () => {
    expectFormat('\n\n\n# escape=`\nFROM a\nRUN b \\\n    c\n', '\n\n# escape=`\nFROM a\nRUN b \\\n    c\n');
    expectFormat(
      '# syntax=docker/dockerfile:1\n\n\n# escape=`\nFROM a\n',
      '# syntax=docker/dockerfile:1\n\n# escape=`\nFROM a\n',
    );
  });
  test('CRLF and a byte order mark stay', () => {
    expectFormat(
      '\uFEFFfrom  a  \r\n\r\n\r\nRUN b \\\r\nc\r\nRUN d',
      '\uFEFFFROM a\r\n\r\nRUN b \\\r\n    c\r\nRUN d\r\n',
    );
  });
  test('an escape character is still the last on its line, and a backtick is one', () => {
    expectFormat('# escape=`\nFROM a\nRUN b `  \nc\\  \n', '# escape=`\nFROM a\nRUN b `\n    c\\\n');
  });
  test('nothing closes around what is no instruction', () => {
    expectFormat('FROM a\n\n\nwhat is this\n\n\nRUN b\n', 'FROM a\n\n\nwhat is this\n\n\nRUN b\n');
  });
});

describe('continued lines', () => {
  test('stand at least one step in, as far from each other as before', () => {
    expectFormat(
      `
        RUN a && \\
        # b is next
          b \\
             --of=b && \\
        c \\

          # a comment further in

          && d
      `,
      `
        RUN a && \\
        # b is next
            b \\
               --of=b && \\
            c \\

            # a comment further in

            && d
      `,
    );
  });
  test('what is further in than that stays where somebody put it', () => {
    const text = `
      LABEL one="1" \\
            two="2"
      RUN apt-get install -y \\
                   curl    \\
                   git     \\
          && true
    `;
    expectFormat(text, text);
  });
  test('with tabs', () => {
    const tabs = { tabSize: 4, insertSpaces: false };
    expectFormat('RUN a \\\n  b \\\n    c\n', 'RUN a \\\n\tb \\\n\t  c\n', tabs);
  });
  test('behind an indented instruction', () => {
    expectFormat('  RUN a \\\n  b\n', '  RUN a \\\n      b\n');
  });
  test.each([
    ['a quoted text', 'ENV A="x \\\ny"\n'],
    ['a word', 'RUN ma\\\nke\n'],
    ['a whole line', 'WORKDIR /a \\\nb\n'],
    ['the old form of ENV', 'ENV A b \\\nc\n'],
    ['a shell that is not read', 'FROM a\nSHELL ["cmd"]\nRUN a \\\nb\n'],
    ['an open quote', 'RUN echo "a \\\nb\n'],
  ])('not inside %s', (_name, text) => {
    expectFormat(text, text);
  });
  test('heredocs are kept byte for byte', () => {
    expectFormat(
      'run   <<EOF cat  \n  a  \n\n\n# b\nrun  c\nEOF\n\n\nCOPY   <<-X /y\n\t z  \n\tX\n',
      'RUN <<EOF cat\n  a  \n\n\n# b\nrun  c\nEOF\n\nCOPY <<-X /y\n\t z  \n\tX\n',
    );
    expectFormat('RUN <<EOF\n  a  \n\n\n', 'RUN <<EOF\n  a  \n\n\n');
    expectFormat('RUN <<EOF\n  a', 'RUN <<EOF\n  a');
    expectFormat('RUN <<EOF\nEOF', 'RUN <<EOF\nEOF\n');
  });
});

describe('a range', () => {
  const text = 'from  a  \nrun  b  \n\n\nuser  c  \n';
  const after = (from: string, to: string): string =>
    format(text, four, { start: text.indexOf(from), end: text.indexOf(to) + to.length });
  test('touches only its lines', () => {
    expect(after('run', 'b')).toBe('from  a  \nrun b\n\n\nuser  c  \n');
    expect(after('b', 'user')).toBe('from  a  \nrun b\n\nuser c\n');
  });
  test('does not mean the line at whose start it ends', () => {
    expect(format(text, four, { start: 0, end: text.indexOf('run') })).toBe('from a\nrun  b  \n\n\nuser  c  \n');
  });
  test('of some continued lines', () => {
    const run = 'RUN a \\\nb \\\nc \\\nd\n';
    const once = format(run, four, { start: run.indexOf('c'), end: run.indexOf('c') + 1 });
    expect(once).toBe('RUN a \\\nb \\\n    c \\\nd\n');
    expect(format(once, four, { start: once.indexOf('c'), end: once.indexOf('c') + 1 })).toBe(once);
  });
});

describe('Enter', () => {
  const enter = (drawing: string): string => {
    const { text, cursor } = readDrawing(drawing, { cursor: true });
    return (
      applyEdits(text, planFormatOnEnter(parseDocument('dockerfile', 'Dockerfile', text), cursor ?? 0, four)) ?? ''
    );
  };
  test('brings the line above into shape', () => {
    expect(enter('FROM a\nrun  b  \n|')).toBe('FROM a\nRUN b\n');
    expect(enter('FROM a\nrun  b  \n\n\n|')).toBe('FROM a\nrun  b  \n\n\n');
  });
  test('indents what continues an instruction, and leaves the lines below alone', () => {
    expect(enter('FROM a\nRUN b \\\n|\nCOPY c d\n')).toBe('FROM a\nRUN b \\\n    \nCOPY c d\n');
    expect(enter('FROM a\nRUN b \\\n      c && \\\n  |\n')).toBe('FROM a\nRUN b \\\n      c && \\\n      \n');
    expect(enter('FROM a\nRUN b \\\n    # why\n|\n')).toBe('FROM a\nRUN b \\\n    # why\n    \n');
  });
  test('not inside a heredoc', () => {
    expect(enter('FROM a\nRUN <<EOF\n  x \\  \n|\nEOF\n')).toBe('FROM a\nRUN <<EOF\n  x \\  \n\nEOF\n');
  });
});

test('Compose files are left alone', () => {
  const document = parseDocument('compose', 'compose.yaml', 'services:   \n\n\n\n  a: {}');
  expect(planFormat(document, four)).toEqual([]);
  expect(planFormatOnEnter(document, 20, four)).toEqual([]);
});

const corpus = path.resolve(import.meta.dirname, '../../../../shared/corpus/dockerfile');
const hows: readonly Indentation[] = [four, { tabSize: 2, insertSpaces: true }, { tabSize: 8, insertSpaces: false }];
const own = [
  'from a\n\n\nRUN b \\\nc "d \\\ne" \\\n\n\n# f\n g\n  \nHEALTHCHECK   cmd x \\\n y\nONBUILD   run  <<A  \n z  \nA',
  '# escape=`\r\nfrom   a\r\nRUN  dir `\r\n b `\r\n\r\n\r\nc\r\n',
  'FROM a\nRUN\n\n\nFOO  b\n\n\nCOPY  --x\nENV  a\nRUN <<A <<B\n x \nA\n y \nB\n \n',
];

describe('no file comes to mean something else', () => {
  const check = (text: string): void => {
    for (const how of hows) {
      const once = format(text, how);
      expect(meaningOf(once)).toEqual(meaningOf(text));
      expect(planFormat(parseDocument('dockerfile', 'Dockerfile', once), how)).toEqual([]);
    }
  };
  test.each(own)('%j', check);
  test.each(own)('in any range of %j', (text) => {
    for (let start = 0; start <= text.length; start += 3) {
      for (let end = start; end <= text.length; end += 7) {
        const once = format(text, four, { start, end });
        expect(meaningOf(once), `${start} to ${end}`).toEqual(meaningOf(text));
      }
    }
  });
  if (!existsSync(corpus))
    console.warn(`SKIPPED: formatting is not tried on real files, since ${corpus} is not there.`);
  test.runIf(existsSync(corpus))('of real projects', { timeout: 120_000 }, () => {
    for (const name of readdirSync(corpus)) {
      const text = readFileSync(path.join(corpus, name), 'utf8');
      const once = format(text);
      expect(meaningOf(once), name).toEqual(meaningOf(text));
      expect(planFormat(parseDocument('dockerfile', name, once), four), name).toEqual([]);
      const [start, end] = [Math.floor(text.length / 3), Math.floor(text.length / 2)];
      const part = format(text, four, { start, end });
      expect(meaningOf(part), name).toEqual(meaningOf(text));
      const from = text.lastIndexOf('\n', start - 1) + 1;
      expect(part.startsWith(text.slice(0, from)), name).toBe(true);
      const to = text.indexOf('\n', end);
      expect(to < 0 || part.endsWith(text.slice(to + 1)), name).toBe(true);
    }
  });
});
