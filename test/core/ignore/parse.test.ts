import { describe, expect, test } from 'vitest';
import { formatMessage, parseIgnore } from '#core';
import { drawMarks, readDrawing } from '#test/kit/marks.ts';

function patternsOf(text: string): string[] {
  return parseIgnore(text).patterns.map(({ negated, path }) => `${negated ? '!' : ''}${path}`);
}

/** Problems drawn below what the builder refuses. */
function check(drawing: string): void {
  const { text, marks } = readDrawing(drawing);
  const found = parseIgnore(text).problems.map(({ span, message }) => ({ ...span, message: formatMessage(message) }));
  expect(drawMarks(text, found)).toBe(drawMarks(text, marks));
}

describe('reading', () => {
  test('comments, blank lines and white space', () => {
    expect(patternsOf('# a\n\n  \n#b\na # not a comment\n # c\n\t d \t')).toEqual(['a # not a comment', '# c', 'd']);
  });

  test('byte order mark and line breaks', () => {
    expect(patternsOf('\uFEFF# a\r\nb\r\n')).toEqual(['b']);
    expect(patternsOf('\uFEFFa\n\uFEFFb')).toEqual(['a', '\uFEFFb']);
    // A lone carriage return breaks no line.
    expect(patternsOf('a\rb')).toEqual(['a\rb']);
  });

  test('paths are cleaned', () => {
    expect(patternsOf('/a/\n! /b\n./c//d\ne/../../f\n!./\n/')).toEqual(['a', '!b', 'c/d', '../f', '!.', '/']);
  });

  test('every pattern knows its place', () => {
    const text = '\uFEFF# x\r\n  ! a/b \r\nc';
    const spans = parseIgnore(text).patterns.map(({ span, pathSpan }) => [
      text.slice(span.start, span.end),
      text.slice(pathSpan.start, pathSpan.end),
    ]);
    expect(spans).toEqual([
      ['! a/b', 'a/b'],
      ['c', 'c'],
    ]);
    expect(parseIgnore(text).comments.map(({ text: said, span }) => [said, text.slice(span.start, span.end)])).toEqual([
      ['x', '# x'],
    ]);
  });
});

describe('what the builder refuses', () => {
  test('is marked as a whole', () => {
    check(`
      ok
        [a
        ^^ A \`[\` is never closed. Write \`\\[\` for the character itself.
      []a]
      ^^^^ Nothing stands between \`[\` and \`]\`.
      [a-]
      ^^^^ A \`-\` between \`[\` and \`]\` needs a lower character before it and a higher one behind.
      [-a]
      ^^^^ A \`-\` between \`[\` and \`]\` needs a lower character before it and a higher one behind.
      [z-a]
      ^^^^^ A \`-\` between \`[\` and \`]\` needs a lower character before it and a higher one behind.
      !
      ^ Nothing follows the \`!\`: the builder stops here.
      a\\
      ^^ Nothing follows the backslash, which takes the next character as it is.
      src\\lib
      ^^^^^^^ The builder does not know this character behind a backslash. Folders are parted by \`/\`.
    `);
  });

  test('nothing else is', () => {
    check(`
      a]
      [[]
      [a-c^]
      {a,b}
      a\\ b
      !!a
    `);
  });

  test('lines that are too long', () => {
    expect(parseIgnore('a'.repeat(70_000)).problems.map(({ message }) => formatMessage(message))).toEqual([
      'The builder reads no line of more than 64 kB.',
    ]);
  });
});
