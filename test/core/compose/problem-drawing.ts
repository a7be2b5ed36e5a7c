import { formatMessage, parseCompose } from '#core';
import { drawMarks, readDrawing } from '#test/kit/marks.ts';
import { expect, test } from 'vitest';

/** One test a drawing: the text with every problem below its line, and nothing else. */
export function problemTest(drawings: Readonly<Record<string, string>>, options: { partial?: boolean } = {}): void {
  for (const [name, drawing] of Object.entries(drawings)) {
    test(name, () => {
      const { text, marks } = readDrawing(drawing);
      const { problems } = parseCompose(text, options);
      const found = problems.map(({ span, message }) => ({ ...span, message: formatMessage(message) }));
      expect(drawMarks(text, found)).toBe(drawMarks(text, marks));
    });
  }
}
