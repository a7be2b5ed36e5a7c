import type { IgnoreFile, IgnorePattern } from '../../ignore/index.ts';
import { createLineIndex, insert, remove, type TextEdit } from '../../text/index.ts';
import { getLineEnding } from './lines.ts';

/** The number of a pattern's line, from 1, as a user counts them. */
export function createLineNumbers({ text }: IgnoreFile): (pattern: IgnorePattern) => string {
  const lines = createLineIndex(text);
  return ({ span }) => String(lines.positionAt(span.start).line + 1);
}

/** Takes a pattern out with its line; the last line goes with the line break before it. */
export function removeLine(text: string, { span }: IgnorePattern): TextEdit {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const start = Math.max(text.lastIndexOf('\n', span.start - 1) + 1, mark);
  const feed = text.indexOf('\n', span.end);
  if (feed >= 0) return remove({ start, end: feed + 1 });
  const before = start > mark ? start - (text.charAt(start - 2) === '\r' ? 2 : 1) : start;
  return remove({ start: Math.max(before, mark), end: text.length });
}

/** Adds lines at the end, where they have the last word. */
export function appendLines(text: string, lines: readonly string[]): TextEdit {
  const end = getLineEnding(text);
  const isOpen = text !== '' && text !== '\uFEFF' && !text.endsWith('\n');
  return insert(text.length, (isOpen ? end : '') + lines.map((line) => line + end).join(''));
}
