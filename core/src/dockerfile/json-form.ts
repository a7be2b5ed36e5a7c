import { skipSpace } from './chars.ts';

/** One string of a JSON array with its place in the text, quotes included. */
export interface JsonString {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads arguments in JSON form as the builder does: null when they are shell form, however much they look like JSON,
 * and `not-strings` for a true array with something else in it, which the builder refuses.
 */
export function readJsonStrings(text: string): readonly JsonString[] | 'not-strings' | null {
  const start = skipSpace(text, 0);
  if (text.charAt(start) !== '[') return null;
  const values = parseJson(text.slice(start));
  if (!Array.isArray(values)) return null;
  const strings = values.filter((value): value is string => typeof value === 'string');
  if (strings.length < values.length) return 'not-strings';
  const places = findStrings(text, start);
  return strings.map((value, index) => ({ value, ...(places[index] ?? { start, end: text.length }) }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The places of the strings in a text that is known to be an array of strings. */
function findStrings(text: string, from: number): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  let at = text.indexOf('"', from);
  while (at >= 0) {
    let end = at + 1;
    while (end < text.length && text.charAt(end) !== '"') end += text.charAt(end) === '\\' ? 2 : 1;
    places.push({ start: at, end: end + 1 });
    at = text.indexOf('"', end + 1);
  }
  return places;
}
