import type { Instruction, Word } from '../dockerfile/index.ts';
import { replace, type Span, type TextEdit } from '../text/index.ts';
import type { FormatLine } from './format-lines.ts';

/** How an editor indents. */
export interface Indentation {
  /** Columns of one step, and of a tab. */
  readonly tabSize: number;
  readonly insertSpaces: boolean;
}

/**
 * Moves the continued lines of one instruction so far in that each stands at least one step behind its keyword. Lines
 * keep their distance to each other; only those that were not indented at all join the outermost of the others.
 */
export function planIndents(
  text: string,
  { first, lines }: { readonly first: FormatLine; readonly lines: readonly FormatLine[] },
  { tabSize, insertSpaces }: Indentation,
): TextEdit[] {
  const instruction = first.instruction;
  const columnOf = ({ start, content }: Span & { content: number }): number =>
    columns(text.slice(start, content), tabSize);
  const base = columnOf(first);
  const step = base + tabSize;
  const isShallow = lines.some((line) => line.kind === 'continued' && columnOf(line) < step);
  if (!instruction || !isShallow || !mayMove(instruction)) return [];
  const fixed = findFixedLines(text, instruction);
  const movable = lines.filter(({ kind, start }) => kind !== 'blank' && !fixed.has(start));
  const inner = movable.filter((line) => line.kind === 'continued' && columnOf(line) > base);
  const least = inner.reduce((found, line) => Math.min(found, columnOf(line)), step);
  return movable.flatMap((line) => {
    const column = columnOf(line);
    // A comment at the margin often is a line that was switched off.
    if (column <= base && line.kind === 'comment') return [];
    const wanted = column <= base ? step : column + step - least;
    if (wanted === column) return [];
    return [replace({ start: line.start, end: line.content }, indent(wanted, { tabSize, insertSpaces }))];
  });
}

export function columns(blanks: string, tabSize: number): number {
  let column = 0;
  for (const char of blanks) column = char === '\t' ? column + tabSize - (column % tabSize) : column + 1;
  return column;
}

export function indent(column: number, { tabSize, insertSpaces }: Indentation): string {
  if (insertSpaces) return ' '.repeat(column);
  return '\t'.repeat(Math.floor(column / tabSize)) + ' '.repeat(column % tabSize);
}

/** False where it is not known which blanks count: in a shell that is not read here, or that could not be read. */
function mayMove(instruction: Instruction): boolean {
  const { keyword, json, heredocs, inner } = instruction;
  if (keyword === 'ONBUILD' || keyword === 'HEALTHCHECK') return inner === null || mayMove(inner);
  if (json || (keyword !== 'RUN' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT')) return true;
  // A heredoc that only the shell sees has no body on this line, and what is read of it is a guess.
  return heredocs.length === 0 && !instruction.code.includes('<<') && instruction.script()?.complete === true;
}

/** The starts of lines that begin inside a word: their blanks are a part of it, or would cut it in two. */
function findFixedLines(text: string, instruction: Instruction): ReadonlySet<number> {
  const words = wordsOf(instruction).sort((a, b) => a.start - b.start);
  const fixed = new Set<number>();
  let seen = 0;
  for (const { start, end } of words) {
    for (let at = text.indexOf('\n', Math.max(start, seen)); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      fixed.add(at + 1);
      seen = at + 1;
    }
    seen = Math.max(seen, end);
  }
  return fixed;
}

function wordsOf(instruction: Instruction): Span[] {
  const { keywordSpan, flags, args, assignments, inner } = instruction;
  const spanOf = ({ span }: Pick<Word, 'span'>): Span => span;
  const commands = instruction.script()?.commands ?? [];
  return [
    keywordSpan,
    ...flags.map(spanOf),
    ...args.map(spanOf),
    ...assignments.flatMap(({ name, value }) => [name.span, ...(value ? [value.span] : [])]),
    ...commands.flatMap((each) => [...(each.name ? [each.name] : []), ...each.args, ...each.assignments].map(spanOf)),
    ...(inner ? wordsOf(inner) : []),
  ];
}
