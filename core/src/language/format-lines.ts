import type { Dockerfile, Instruction } from '../dockerfile/index.ts';
import type { Span } from '../text/index.ts';

/** One line of a Dockerfile as a formatter sees it. Like the builder's, lines end at `\n` only. */
export interface FormatLine extends Span {
  /** Behind the line break. */
  readonly after: number;
  /** Where the first character stands that is no blank. */
  readonly content: number;
  /** `kept` is nobody's to format: the body and the end of a heredoc, and lines that are no instruction. */
  readonly kind: 'blank' | 'comment' | 'first' | 'continued' | 'kept';
  /** The instruction that the line is a part of. */
  readonly instruction: Instruction | null;
}

/** Cuts a file into lines and says what each is. Linear in the text. */
export function readFormatLines({ text, instructions }: Dockerfile): readonly FormatLine[] {
  const lines: FormatLine[] = [];
  let next = 0;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const line = cutLine(text, at);
    while ((instructions[next]?.span.end ?? Number.POSITIVE_INFINITY) < line.start) next++;
    const candidate = instructions[next];
    const instruction = candidate && candidate.span.start <= line.end ? candidate : null;
    lines.push({ ...line, instruction, kind: kindOf(text, line, instruction) });
    at = line.after;
  }
  return lines;
}

function cutLine(text: string, start: number): Omit<FormatLine, 'kind' | 'instruction'> {
  const found = text.indexOf('\n', start);
  const after = found < 0 ? text.length : found + 1;
  let end = found < 0 ? text.length : found;
  while (end > start && text.charCodeAt(end - 1) === 13) end--;
  let content = start;
  while (content < end && isPlainBlank(text, content)) content++;
  return { start, end, after, content };
}

function kindOf(
  text: string,
  { start, end, content }: Omit<FormatLine, 'kind' | 'instruction'>,
  instruction: Instruction | null,
): FormatLine['kind'] {
  const heredoc = instruction?.heredocs[0];
  if (heredoc && start >= heredoc.bodySpan.start) return 'kept';
  if (instruction?.keyword === null) return 'kept';
  if (content >= end) return 'blank';
  if (text.charAt(content) === '#') return 'comment';
  if (!instruction) return 'kept';
  return instruction.span.start >= start ? 'first' : 'continued';
}

/** Space or tab: the only white space that is changed, since all readers take both for the same. */
export function isPlainBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 9;
}

/** True when the line ends with the escape character that lets the next one continue it. */
export function isContinued({ text, escape }: Dockerfile, { content, end, kind, instruction }: FormatLine): boolean {
  if (!instruction || kind === 'kept' || kind === 'comment') return false;
  let at = end - 1;
  while (at >= content && isPlainBlank(text, at)) at--;
  // In an instruction's code, a continuation is a blank.
  return at >= content && text.charAt(at) === escape && instruction.code.charAt(at - instruction.span.start) === ' ';
}
