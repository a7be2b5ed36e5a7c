import { findHighlights, parseDocument, resolveNames } from '#core';
import { expect } from 'vitest';
import { drawMarks, readDrawing } from './marks.ts';

/** Draws every place that means the same as the name at the end of a word's first occurrence, and what happens there. */
export function expectPlaces(word: string, drawing: string): void {
  const { text, marks } = readDrawing(drawing);
  const names = resolveNames(parseDocument('dockerfile', 'Dockerfile', text));
  const found = findHighlights(names, text.indexOf(word) + word.length);
  const drawn = found.map(({ span, kind }) => ({ ...span, message: kind }));
  expect(drawMarks(text, drawn)).toBe(drawMarks(text, marks));
}
