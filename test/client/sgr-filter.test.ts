import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSgrFilter } from '../../client/src/terminals/sgr-filter.ts';

const filter = (...chunks: string[]): string => {
  const sgr = createSgrFilter();
  return chunks.map((chunk) => sgr.write(chunk)).join('');
};

describe('a log on a screen', () => {
  test('keeps its colours', () => {
    expect(filter('\u001b[31mred\u001b[0m \u001b[38;5;200mx\u001b[m')).toBe(
      '\u001b[31mred\u001b[0m \u001b[38;5;200mx\u001b[m',
    );
  });

  test('gets the line ends that a terminal wants', () => {
    expect(filter('a\nb\r\nc\rd\r', '\ne')).toBe('a\r\nb\r\nc\rd\r\ne');
  });

  test('cannot move the cursor, clear the screen or set a title', () => {
    expect(
      filter('a\u001b[2J\u001b[H\u001b[1Ab\u001b]0;title\u0007c\u001b]8;;http://x\u001b\\link\u001b]8;;\u001b\\d'),
    ).toBe('abclinkd');
  });

  test('cannot reach the clipboard or the terminal’s answers', () => {
    expect(filter('\u001b]52;c;ZXZpbA==\u0007x\u001b[6n\u001b[cy\u001bP+q544e\u001b\\z\u001b[>0q')).toBe('xyz');
  });

  test('drops controls that are one character, also those of the second block', () => {
    expect(filter('a\u0000\u0007\b\u007f\u0085\u009b31mb\u001bcc\u001b(0d')).toBe(
      'a\u001b[31mbcd'.replace('\u001b[31m', '\u001b[31m'),
    );
  });

  test('filters a sequence that is cut anywhere as if it were whole', () => {
    const text = 'a\u001b[31mred\u001b]0;t\u001b\\b\r\nc\u001b[2Kd';
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(filter(text.slice(0, cut), text.slice(cut))).toBe('a\u001b[31mredb\r\ncd');
    }
  });

  test('goes on after a title that never ends', () => {
    expect(filter('\u001b]0;endless\nnext line')).toBe('next line');
  });

  test('lets nothing else through, whatever a container writes', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('\u001b', '[', ']', 'm', 'H', ';', '3', '\u009b', '\u0007', '\\', 'P', '\n', 'x'),
    });
    fc.assert(
      fc.property(fc.array(nasty), (chunks) => {
        const left = filter(...chunks).replace(/\u001b\[[\d;:]*m/g, '');
        return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/.test(left);
      }),
    );
  });
});
