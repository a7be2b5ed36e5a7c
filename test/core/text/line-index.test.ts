import { createLineIndex } from '#core';
import { describe, expect, test } from 'vitest';

describe('the lines of a text', () => {
  test.each([
    ['', 1],
    ['one', 1],
    ['one\n', 2],
    ['one\r\ntwo\rthree\nfour', 4],
    ['\r\r\n\n', 4],
  ])('%j has %i lines', (text, lines) => {
    expect(createLineIndex(text).lineCount).toBe(lines);
  });

  test('offsets and positions turn into each other at every place but inside a line break', () => {
    const text = '\uFEFFFROM a\r\nRUN 😀 x\rUSER é\n\nCMD z';
    const index = createLineIndex(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const position = index.positionAt(offset);
      const isInsideBreak = text.charAt(offset - 1) === '\r' && text.charAt(offset) === '\n';
      expect(index.offsetAt(position), `offset ${offset}`).toBe(isInsideBreak ? offset - 1 : offset);
    }
  });

  test('characters are UTF-16 units: a smiley counts two, a byte order mark one', () => {
    expect(createLineIndex('\uFEFFA\n😀b').positionAt(5)).toEqual({ line: 1, character: 2 });
    expect(createLineIndex('\uFEFFA').positionAt(2)).toEqual({ line: 0, character: 2 });
  });

  test('a position beyond its line or the text is drawn back', () => {
    const index = createLineIndex('ab\r\ncd');
    expect(index.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(index.offsetAt({ line: 9, character: 0 })).toBe(6);
    expect(index.offsetAt({ line: -1, character: 3 })).toBe(0);
    expect(index.offsetAt({ line: 1, character: -5 })).toBe(4);
    expect(index.positionAt(99)).toEqual({ line: 1, character: 2 });
    expect(index.positionAt(-1)).toEqual({ line: 0, character: 0 });
  });
});
