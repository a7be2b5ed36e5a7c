import type { Comment, Directive, Heredoc } from './model.ts';
import { isSpace, skipSpace } from './chars.ts';
import { createDirectiveReader } from './directives.ts';
import { findHeredocs } from './heredocs.ts';
import type { Report } from './problems.ts';
import { createSourceLine, type Piece, type SourceLine } from './source-line.ts';

/** One instruction as lines: what the builder joins before it looks at words. */
export interface LogicalLine {
  readonly line: SourceLine;
  /** From the first character to the end of the last heredoc. */
  readonly start: number;
  readonly end: number;
  /** The same length as its source; whatever is not code is a space. */
  readonly code: string;
  readonly heredocs: readonly Heredoc[];
}

export interface Scan {
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly lines: readonly LogicalLine[];
}

/** Cuts a file into directives, comments and instructions, by the builder's rules for lines. Linear in the text. */
export function scanDockerfile(text: string, report: Report): Scan {
  const reader = createLineReader(text);
  const directives = createDirectiveReader(report);
  const comments: Comment[] = [];
  const lines: LogicalLine[] = [];
  while (reader.next()) {
    const { start, end } = reader;
    const first = skipSpace(text, start, end);
    directives.read(text, first, end);
    if (text.charAt(first) === '#' && first < end) comments.push(readComment(text, first, end));
    else if (first < end) {
      const line = readInstruction(text, first, { reader, directives, comments });
      lines.push(withHeredocs(text, line, { reader, report }));
    }
  }
  return { escape: directives.escape(), directives: directives.found, comments, lines };
}

interface LineReader {
  /** The current line without its line break; like the builder's, lines end at `\n` only, and trailing `\r` go. */
  start: number;
  end: number;
  /** Behind the line break. */
  after: number;
  next(): boolean;
}

function createLineReader(text: string): LineReader {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const reader: LineReader = {
    start: at,
    end: at,
    after: at,
    next() {
      if (at >= text.length) return false;
      const found = text.indexOf('\n', at);
      const stop = found < 0 ? text.length : found;
      reader.start = at;
      at = found < 0 ? text.length : found + 1;
      reader.after = at;
      reader.end = stop;
      while (reader.end > reader.start && text.charCodeAt(reader.end - 1) === 13) reader.end--;
      return true;
    },
  };
  return reader;
}

function readComment(text: string, start: number, end: number): Comment {
  return { span: { start, end }, text: text.slice(start + 1, end).trim() };
}

interface Reading {
  readonly reader: LineReader;
  readonly directives: { escape(): string; read(text: string, from: number, to: number): void };
  readonly comments: Comment[];
}

interface Joined {
  readonly pieces: readonly (Piece & { readonly text: string })[];
  readonly text: string;
  readonly end: number;
}

/** Joins the current line with those that continue it. */
function readInstruction(text: string, first: number, { reader, directives, comments }: Reading): Joined {
  const escape = directives.escape();
  const pieces: (Piece & { text: string })[] = [];
  let length = 0;
  let end = reader.end;
  const take = (from: number): boolean => {
    const stop = findContinuation(text, from, { end: reader.end, escape });
    const piece = text.slice(from, stop ?? reader.end);
    if (piece !== '' || pieces.length === 0) pieces.push({ at: length, source: from, text: piece });
    length += piece.length;
    end = reader.end;
    return stop !== undefined;
  };
  let isContinued = take(first);
  while (isContinued && reader.next()) {
    const from = skipSpace(text, reader.start, reader.end);
    directives.read(text, reader.start, reader.end);
    if (from >= reader.end) continue;
    if (text.charAt(from) === '#') comments.push(readComment(text, from, reader.end));
    else isContinued = take(reader.start);
  }
  return { pieces, text: pieces.map((piece) => piece.text).join(''), end };
}

/** Where the escape character stands that continues the line, if one does: last on it, and not escaped itself. */
function findContinuation(
  text: string,
  from: number,
  { end, escape }: { end: number; escape: string },
): number | undefined {
  let at = end - 1;
  while (at >= from && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at--;
  if (at < from || text.charAt(at) !== escape) return undefined;
  return at > from && text.charAt(at - 1) === escape ? undefined : at;
}

function withHeredocs(
  text: string,
  joined: Joined,
  { reader, report }: { reader: LineReader; report: Report },
): LogicalLine {
  const line = createSourceLine(joined.text, joined.pieces);
  const heredocs: Heredoc[] = [];
  let end = joined.end;
  for (const opened of findHeredocs(joined.text)) {
    const bodyStart = reader.after;
    let bodyEnd = bodyStart;
    let isClosed = false;
    while (!isClosed && reader.next()) {
      const from = opened.stripTabs ? skipTabs(text, reader.start, reader.end) : reader.start;
      isClosed = reader.end - from === opened.name.length && text.startsWith(opened.name, from);
      if (!isClosed) bodyEnd = reader.after;
      end = reader.end;
    }
    const nameSpan = line.spanOf(opened.nameStart, opened.nameEnd);
    const { name, expand, stripTabs, fileDescriptor } = opened;
    const bodySpan = { start: Math.min(bodyStart, text.length), end: bodyEnd };
    heredocs.push({
      name,
      nameSpan,
      expand,
      stripTabs,
      fileDescriptor,
      bodySpan,
      body: text.slice(bodyStart, bodyEnd),
    });
    if (!isClosed) report('unterminated-heredoc', nameSpan, { name });
  }
  const start = line.offsetAt(skipSpace(joined.text, 0));
  return { line, start, end: Math.max(end, start), code: blank(joined, start, Math.max(end, start)), heredocs };
}

function skipTabs(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === 9) at++;
  return at;
}

/** The code of the pieces at their places, and spaces everywhere else. */
function blank({ pieces }: Joined, start: number, end: number): string {
  let code = '';
  for (const piece of pieces) {
    const from = Math.max(piece.source, start);
    const visible = piece.text.slice(from - piece.source);
    if (visible === '') continue;
    code += ' '.repeat(from - start - code.length) + visible;
  }
  return code + ' '.repeat(Math.max(0, end - start - code.length));
}

/** True when nothing but white space is left of a text. */
export function isBlankText(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}
