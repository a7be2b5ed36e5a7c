import type { Span } from '../text/index.ts';

/** Lines around an offset, found by looking no further than their ends: files may be long, and so may lines. */
export function lineAround(text: string, offset: number): Span {
  let start = Math.min(offset, text.length);
  let end = start;
  while (start > 0 && !isLineBreak(text, start - 1)) start--;
  while (end < text.length && !isLineBreak(text, end)) end++;
  return { start, end };
}

/** The line before the one that begins at `start`; undefined at the top. */
export function lineAbove(text: string, start: number): Span | undefined {
  if (start <= 0) return undefined;
  return lineAround(text, text.startsWith('\r\n', start - 2) ? start - 2 : start - 1);
}

/** What stands behind the last character that `isBreak` accepts; a blank unless said otherwise. */
export function lastWord(text: string, isBreak: (char: string) => boolean = isBlank): string {
  let start = text.length;
  while (start > 0 && !isBreak(text.charAt(start - 1))) start--;
  return text.slice(start);
}

function isBlank(char: string): boolean {
  return /\s/.test(char);
}

function isLineBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

const longLine = 20_000;

/** Nobody writes such lines by hand; patterns are not tried on them, since some cost more than a line's length. */
export function isLongLine(text: string, offset: number): boolean {
  const { start, end } = lineAround(text, offset);
  return end - start > longLine;
}

/** How far around the cursor patterns are looked for; keeps hostile lines from costing more than their length. */
const reach = 2000;

/** The part of an area that lies near an offset. */
export function near(area: Span, offset: number): Span {
  return { start: Math.max(area.start, offset - reach), end: Math.min(area.end, offset + reach) };
}
