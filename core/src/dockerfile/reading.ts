import type { Span } from '../text/index.ts';
import { trimEnd } from './chars.ts';
import type { Word } from './model.ts';
import type { Report } from './problems.ts';
import { lexShell } from './shell-lex.ts';
import type { SourceLine } from './source-line.ts';
import type { RawWord } from './words.ts';

/** What an instruction is read with. */
export interface ReadOptions {
  readonly escape: string;
  readonly report: Report;
}

/** A joined line, and where in it the arguments stand. */
export interface ArgumentText {
  readonly line: SourceLine;
  readonly from: number;
  readonly to: number;
}

/** A word with its quotes and escapes removed; a word whose quotes do not close keeps them. */
export function toWord(line: SourceLine, { text, start, end }: RawWord, escape: string): Word {
  const span = start < end ? line.spanOf(start, end) : spanBehind(line, start);
  return { span, raw: text, value: unquote(text, escape) };
}

/** The empty span behind the last character before `index` that is no white space. */
export function spanBehind(line: SourceLine, index: number): Span {
  const to = trimEnd(line.text, 0, index);
  const { end } = line.spanOf(Math.max(0, to - 1), to);
  return { start: end, end };
}

function unquote(text: string, escape: string): string {
  if (!text.includes('"') && !text.includes("'") && !text.includes(escape)) return text;
  const lexed = lexShell(text, { escape, keepUnset: true });
  return lexed.error ? text : lexed.text;
}
