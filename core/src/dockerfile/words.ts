import { isBlank, isSpace } from './chars.ts';

/** A piece of a line; `text` is as written. */
export interface RawWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Splits at blanks and nothing else, as COPY, FROM and EXPOSE are split. */
export function splitAtBlanks(line: string, from: number, to: number): RawWord[] {
  const words: RawWord[] = [];
  let at = from;
  while (at < to) {
    while (at < to && isBlank(line.charCodeAt(at))) at++;
    const start = at;
    while (at < to && !isBlank(line.charCodeAt(at))) at++;
    if (at > start) words.push({ text: line.slice(start, at), start, end: at });
  }
  return words;
}

/** Splits at white space outside quotes and escapes, as ENV, LABEL and ARG are split. Quotes stay in the words. */
export function splitQuoted(
  line: string,
  { from, to, escape }: { from: number; to: number; escape: string },
): RawWord[] {
  const words: RawWord[] = [];
  let at = from;
  while (at < to) {
    while (at < to && isSpace(line.charCodeAt(at))) at++;
    if (at >= to) break;
    const start = at;
    at = endOfQuoted(line, { from: start, to, escape });
    // An escape at the very end protects nothing and is dropped.
    const isLoose = at === to && isLooseEscape(line, { from: start, to, escape });
    const text = line.slice(start, isLoose ? at - 1 : at);
    if (text !== '') words.push({ text, start, end: at });
  }
  return words;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly escape: string;
}

function endOfQuoted(line: string, { from, to, escape }: Range): number {
  let quote = '';
  let at = from;
  while (at < to) {
    const char = line.charAt(at);
    if (quote === '' && isSpace(line.charCodeAt(at))) return at;
    if (char === escape && quote !== "'") {
      at = Math.min(at + 2, to);
      continue;
    }
    if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
    at++;
  }
  return at;
}

function isLooseEscape(line: string, { from, to, escape }: Range): boolean {
  let count = 0;
  for (let at = to - 1; at >= from && line.charAt(at) === escape; at--) count++;
  return count % 2 === 1;
}
