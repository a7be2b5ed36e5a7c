import type { Dockerfile, Instruction } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { insert, remove, replace, textOf, type Span, type TextEdit } from '../text/index.ts';
import { columns, indent, planIndents, type Indentation } from './format-indent.ts';
import { isContinued, isPlainBlank, readFormatLines, type FormatLine } from './format-lines.ts';

/**
 * The edits that bring a Dockerfile, or the lines of it that `area` touches, into shape. What the builder reads stays
 * the same: heredocs, quoted text and lines that are no instruction are left alone. Nothing for Compose files.
 */
export function planFormat(document: SourceDocument, how: Indentation, area?: Span): readonly TextEdit[] {
  if (document.language !== 'dockerfile') return [];
  const file = document.model;
  const all = readFormatLines(file);
  const lines = area ? all.filter((line) => isTouched(line, area)) : all;
  return [...planWords(file, lines), ...planBlankLines(file, all, lines), ...planContinuations(file.text, lines, how)];
}

/** What Enter asks for: the line above is brought into shape, and one that continues it is indented. */
export function planFormatOnEnter(document: SourceDocument, offset: number, how: Indentation): readonly TextEdit[] {
  if (document.language !== 'dockerfile') return [];
  const file = document.model;
  const all = readFormatLines(file);
  const index = all.findLastIndex(({ start, after }) => after <= offset && start < offset);
  const above = all[index];
  if (!above) return [];
  const below = all[index + 1] ?? { start: above.after, content: above.after, end: above.after };
  const edits = [...planWords(file, [above]), ...planContinuations(file.text, [above], how)];
  const isEmpty = below.content >= below.end;
  // Comments within an instruction do not end it.
  const code = all.slice(0, index + 1).findLast(({ kind }) => kind !== 'comment');
  if (!isEmpty || !code || !isContinued(file, code)) return edits;
  const own = columns(file.text.slice(above.start, above.content), how.tabSize);
  const wanted = above.kind === 'first' ? own + how.tabSize : own;
  if (columns(file.text.slice(below.start, below.content), how.tabSize) >= wanted) return edits;
  return [...edits, replace({ start: below.start, end: below.content }, indent(wanted, how))];
}

/** A range that ends at the start of a line does not mean that line. */
function isTouched({ start, end, after }: FormatLine, area: Span): boolean {
  if (area.start === area.end) return start <= area.start && area.start <= end;
  return start < area.end && (area.start < after || area.start <= end);
}

function planWords(file: Dockerfile, lines: readonly FormatLine[]): TextEdit[] {
  const isLower = prefersLowerCase(file.instructions);
  return lines.flatMap((line) => {
    if (line.kind === 'kept' || line.kind === 'blank') return [];
    const own = line.kind === 'first' && line.instruction ? planHead(file.text, line.instruction, isLower) : [];
    const inside = own.filter(({ span }) => span.end <= line.end);
    return [...inside, ...planTrailing(file.text, line)];
  });
}

function prefersLowerCase(instructions: readonly Instruction[]): boolean {
  let balance = 0;
  for (const { keyword, keywordText } of instructions) {
    if (keyword === null) continue;
    if (keywordText === keyword) balance--;
    else if (keywordText === keyword.toLowerCase()) balance++;
  }
  return balance > 0;
}

/** Keyword case, and one blank behind the keyword and behind each flag. */
function planHead(text: string, instruction: Instruction, isLower: boolean): TextEdit[] {
  const { keyword, keywordSpan, flags, args, argsSpan, inner } = instruction;
  if (keyword === null) return [];
  const starts = [keywordSpan, ...flags.map(({ span }) => span)];
  const gaps = starts.map(({ end }, index) => ({ start: end, end: starts[index + 1]?.start ?? argsSpan.start }));
  const as = keyword === 'FROM' && args[1]?.value.toUpperCase() === 'AS' ? args[1].span : null;
  return [
    ...planCase(text, keywordSpan, { word: keyword, isLower }),
    ...(as ? planCase(text, as, { word: 'AS', isLower }) : []),
    ...gaps.filter((gap) => isWideGap(text, gap)).map((gap) => replace(gap, ' ')),
    ...(inner ? planHead(text, inner, isLower) : []),
  ];
}

function planCase(text: string, area: Span, { word, isLower }: { word: string; isLower: boolean }): TextEdit[] {
  const wanted = isLower ? word.toLowerCase() : word;
  const written = textOf(text, area);
  return written !== wanted && written.toUpperCase() === word ? [replace(area, wanted)] : [];
}

function isWideGap(text: string, { start, end }: Span): boolean {
  if (end <= start || (end - start === 1 && text.charCodeAt(start) === 32)) return false;
  for (let at = start; at < end; at++) if (!isPlainBlank(text, at)) return false;
  return true;
}

function planTrailing(text: string, { end, start }: FormatLine): TextEdit[] {
  let from = end;
  while (from > start && isPlainBlank(text, from - 1)) from--;
  // A `\r` that would then stand last on the line is none of its text to the builder.
  if (from === end || (from > start && text.charCodeAt(from - 1) === 13)) return [];
  return [remove({ start: from, end })];
}

/** Runs of blank lines become one, none stays at either end of the file, and the last line is closed. */
function planBlankLines(file: Dockerfile, all: readonly FormatLine[], lines: readonly FormatLine[]): TextEdit[] {
  const { text } = file;
  const chosen = new Set(lines);
  const edits: TextEdit[] = [];
  const last = all.findLastIndex(({ kind }) => kind !== 'blank');
  const surplus = findSurplus(all, last);
  for (const line of lines) {
    if (surplus.has(line)) edits.push(remove({ start: line.start, end: line.after }));
    else if (line.kind === 'blank') edits.push(...planTrailing(text, line));
  }
  const end = all[last];
  if (end && chosen.has(end) && end.after === end.end && !isOpenHeredoc(file, end)) {
    edits.push(insert(end.end, text.includes('\r\n') ? '\r\n' : '\n'));
  }
  return edits;
}

/** Blank lines that may go. Where something is no instruction, nobody knows what the lines around it are to become. */
function findSurplus(all: readonly FormatLine[], last: number): ReadonlySet<FormatLine> {
  const surplus = new Set<FormatLine>();
  const isUnknown = (index: number): boolean => all[index]?.kind === 'kept' && !all[index].instruction?.keyword;
  let at = 0;
  while (at < all.length) {
    let next = at;
    while (all[next]?.kind === 'blank') next++;
    if (next > at && !isUnknown(at - 1) && !isUnknown(next)) {
      // A blank line above a comment at the top keeps that comment from being a parser directive.
      const isNeeded = at > 0 ? next <= last : all[next]?.kind === 'comment';
      for (const line of all.slice(isNeeded ? at + 1 : at, next)) surplus.add(line);
    }
    at = next + 1;
  }
  return surplus;
}

function isOpenHeredoc({ problems }: Dockerfile, { kind, instruction }: FormatLine): boolean {
  if (kind !== 'kept' || !instruction) return false;
  return problems.some(({ code, span }) => code === 'unterminated-heredoc' && span.start >= instruction.span.start);
}

function planContinuations(text: string, lines: readonly FormatLine[], how: Indentation): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  while (at < lines.length) {
    const instruction = lines[at]?.instruction ?? null;
    let next = at + 1;
    while (next < lines.length && lines[next]?.instruction === instruction) next++;
    const own = lines.slice(at, next).filter(({ kind }) => kind !== 'kept');
    const first = instruction && own[0] && firstLineOf(text, instruction, own[0]);
    const continued = own.filter(({ kind }) => kind !== 'first');
    if (first && continued.length > 0) edits.push(...planIndents(text, { first, lines: continued }, how));
    at = next;
  }
  return edits;
}

/** The line of the keyword, which stands above the range when only some of the lines are formatted. */
function firstLineOf(text: string, instruction: Instruction, line: FormatLine): FormatLine {
  const content = instruction.span.start;
  let start = content;
  while (start > 0 && isPlainBlank(text, start - 1)) start--;
  return line.kind === 'first' ? line : { ...line, kind: 'first', start, content };
}
