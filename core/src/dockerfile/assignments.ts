import { isBlank } from './chars.ts';
import { toWord, type ArgumentText, type ReadOptions } from './reading.ts';
import type { Assignment, Keyword } from './model.ts';
import { splitQuoted, type RawWord } from './words.ts';

/** `NAME=value` of ENV, LABEL and ARG, several on a line, and the old `ENV name the rest`. Reports what is none. */
export function readAssignments(args: ArgumentText, keyword: Keyword | null, options: ReadOptions): Assignment[] {
  const { line, from, to } = args;
  if ((keyword !== 'ENV' && keyword !== 'LABEL' && keyword !== 'ARG') || from >= to) return [];
  const words = splitQuoted(line.text, { from, to, escape: options.escape });
  const first = words[0];
  if (!first) return [];
  if (keyword !== 'ARG' && !first.text.includes('=')) return readLegacy(args, keyword, options);
  const assignments: Assignment[] = [];
  for (const word of words) {
    if (keyword !== 'ARG' && !word.text.includes('=')) {
      options.report('assignment-without-equals', line.spanOf(word.start, word.end), { word: word.text });
    } else assignments.push(readPair(args, word, options.escape));
  }
  return assignments;
}

function readPair({ line }: ArgumentText, word: RawWord, escape: string): Assignment {
  const equals = word.text.indexOf('=');
  const nameEnd = equals < 0 ? word.end : word.start + equals;
  const name = toWord(line, { text: line.text.slice(word.start, nameEnd), start: word.start, end: nameEnd }, escape);
  const valueStart = nameEnd + 1;
  const text = word.text.slice(equals + 1);
  const value = equals < 0 ? null : toWord(line, { text, start: valueStart, end: word.end }, escape);
  return { name, value, span: line.spanOf(word.start, word.end) };
}

/** `ENV name value with spaces`: everything behind the first blank is the value. */
function readLegacy({ line, from, to }: ArgumentText, keyword: Keyword, { escape, report }: ReadOptions): Assignment[] {
  let nameEnd = from;
  while (nameEnd < to && !isBlank(line.text.charCodeAt(nameEnd))) nameEnd++;
  let start = nameEnd;
  while (start < to && isBlank(line.text.charCodeAt(start))) start++;
  const name = toWord(line, { text: line.text.slice(from, nameEnd), start: from, end: nameEnd }, escape);
  if (nameEnd >= to) {
    report('assignment-without-value', line.spanOf(from, to), { keyword });
    return [];
  }
  const value = toWord(line, { text: line.text.slice(start, to), start, end: to }, escape);
  return [{ name, value, span: line.spanOf(from, to) }];
}
