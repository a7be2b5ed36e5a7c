import { keywords, type Dockerfile, type Keyword } from '../dockerfile/index.ts';
import type { Span } from '../text/index.ts';
import { lastWord, lineAbove, lineAround } from './lines.ts';

/** What stands around the cursor, read from the lines themselves so that half-typed text does no harm. */
export type DockerfileCursor =
  | { readonly place: 'comment'; readonly line: Span }
  | HeredocCursor
  | {
      readonly place: 'keyword';
      readonly typed: string;
      readonly word: Span;
      /** Nothing but blanks follows on the line. */
      readonly lastOnLine: boolean;
      readonly afterOnbuild: boolean;
    }
  | ArgumentCursor;

export interface HeredocCursor {
  readonly place: 'heredoc';
  readonly keyword: Keyword | null;
  /** False where the builder leaves the text as it is and no shell reads it. */
  readonly expands: boolean;
  readonly typed: string;
  readonly word: Span;
}

export interface ArgumentCursor {
  readonly place: 'argument';
  readonly keyword: Keyword | null;
  /** The command of a HEALTHCHECK. */
  readonly inHealthcheck: boolean;
  /** The words behind the keyword up to the cursor; the last one is being typed and may be empty. */
  readonly words: readonly string[];
  /** The word at the cursor: what is typed of it, and all of it. */
  readonly typed: string;
  readonly word: Span;
}

export function readDockerfileCursor(file: Dockerfile, offset: number): DockerfileCursor {
  const { text } = file;
  const line = lineAround(text, offset);
  const heredoc = readHeredoc(file, line, offset);
  if (heredoc) return heredoc;
  if (/^\s*#/.test(text.slice(line.start, line.end))) return { place: 'comment', line };
  const start = findLogicalStart(file, line.start);
  const before = blankContinuations(text.slice(start, offset), file.escape);
  const after = /^[^\s]*/.exec(text.slice(offset, line.end))?.[0] ?? '';
  const wordEnd = offset + (after.endsWith(file.escape) ? after.length - 1 : after.length);
  return readInstruction({ before, offset, wordEnd, rest: text.slice(wordEnd, line.end), afterOnbuild: false });
}

interface Typing {
  readonly before: string;
  readonly offset: number;
  readonly wordEnd: number;
  readonly rest: string;
  readonly afterOnbuild: boolean;
}

function readInstruction(typing: Typing): DockerfileCursor {
  const { before, offset, wordEnd } = typing;
  const typed = lastWord(before);
  const word = { start: offset - typed.length, end: wordEnd };
  const head = /^\s*(\S+)\s/.exec(before);
  if (!head) {
    return { place: 'keyword', typed, word, lastOnLine: typing.rest.trim() === '', afterOnbuild: typing.afterOnbuild };
  }
  const keyword = keywords.find((each) => each === head[1]?.toUpperCase()) ?? null;
  if (keyword === 'ONBUILD')
    return readInstruction({ ...typing, before: before.slice(head[0].length), afterOnbuild: true });
  const words = before.slice(head[0].length).trimStart().split(/\s+/);
  const check = keyword === 'HEALTHCHECK' ? words.findIndex((each) => each.toUpperCase() === 'CMD') : -1;
  if (check >= 0 && check < words.length - 1) {
    return { place: 'argument', keyword: 'CMD', inHealthcheck: true, words: words.slice(check + 1), typed, word };
  }
  return { place: 'argument', keyword, inHealthcheck: false, words, typed, word };
}

function readHeredoc(file: Dockerfile, line: Span, offset: number): HeredocCursor | undefined {
  const { text } = file;
  const last = file.instructions.findLast(({ span }) => span.start <= offset);
  const heredoc = last?.heredocs.find(({ bodySpan, nameSpan }) => {
    if (offset < bodySpan.start || offset > bodySpan.end) return false;
    // Without a last line yet, the heredoc goes on where the text ends; not on the line that opens it.
    return offset < bodySpan.end || (offset === text.length && nameSpan.end < line.start);
  });
  if (!last || !heredoc) return undefined;
  const keyword = last.inner?.keyword ?? last.keyword;
  const typed = lastWord(text.slice(line.start, offset));
  const after = /^\S*/.exec(text.slice(offset, line.end))?.[0] ?? '';
  const word = { start: offset - typed.length, end: offset + after.length };
  // Quotes around the name are for the builder; a script is read by its shell all the same.
  return { place: 'heredoc', keyword, expands: heredoc.expand || keyword === 'RUN', typed, word };
}

/** The start of the first line of the instruction that a line continues. Comment lines in between do not end it. */
function findLogicalStart({ text, escape }: Dockerfile, lineStart: number): number {
  let first = lineStart;
  for (let line = lineAbove(text, lineStart); line; line = lineAbove(text, line.start)) {
    const content = text.slice(line.start, line.end).trim();
    if (content.startsWith('#')) continue;
    // The builder passes over empty lines inside an instruction.
    if (content === '') continue;
    if (!content.endsWith(escape)) break;
    first = line.start;
  }
  return first;
}

/** One line of the same length: line continuations, and comment lines between them, become blanks. */
function blankContinuations(text: string, escape: string): string {
  const parts = text.split(/(\r\n|\n|\r)/);
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return ' '.repeat(part.length);
      if (index > 0 && /^\s*#/.test(part)) return ' '.repeat(part.length);
      const isLast = index === parts.length - 1;
      const end = part.trimEnd();
      return !isLast && end.endsWith(escape) ? `${end.slice(0, -1)} `.padEnd(part.length) : part;
    })
    .join('');
}
