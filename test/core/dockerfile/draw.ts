import { formatMessage, parseDockerfile, type Dockerfile } from '#core';
import { drawMarks, readDrawing, type Mark } from '#test/kit/marks.ts';
import { expect } from 'vitest';

/** Checks that exactly the drawn problems are found, each under its characters. */
export function expectProblems(drawing: string): void {
  const { text, marks } = readDrawing(drawing);
  const { problems } = parseDockerfile(text);
  const found = problems.map(({ span, message }) => ({ ...span, message: formatMessage(message) }));
  expect(drawMarks(text, found)).toBe(drawMarks(text, marks));
}

/** Checks what `look` finds in the drawn text: spans, each with a word to say of it. */
export function expectMarks(drawing: string, look: (file: Dockerfile) => readonly Mark[]): void {
  const { text, marks } = readDrawing(drawing);
  expect(drawMarks(text, look(parseDockerfile(text)))).toBe(drawMarks(text, marks));
}
