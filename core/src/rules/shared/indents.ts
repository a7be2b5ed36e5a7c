import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import type { Span } from '../../text/index.ts';
import { readLayout, type LayoutLine } from './layout.ts';

/** An indentation that differs in kind from the first one of its instruction, and what it would be. */
export interface MixedIndent {
  readonly span: Span;
  readonly indent: string;
}

/** How many blanks a tab stands for, where one is turned into the other. */
const tabWidth = 4;

/** Continued lines that are indented with tabs where the first was with blanks, or the other way round, or with both. */
export function findMixedIndents(file: Dockerfile): readonly MixedIndent[] {
  if (!file.text.includes('\t')) return [];
  const lines = readLayout(file);
  const found: MixedIndent[] = [];
  let at = 0;
  for (const instruction of file.instructions) {
    while ((lines[at]?.start ?? Infinity) <= instruction.span.start) at++;
    const first = at;
    while ((lines[at]?.start ?? Infinity) < instruction.span.end) at++;
    if (at > first) found.push(...findInInstruction(instruction, lines.slice(first, at)));
  }
  return found;
}

function findInInstruction(instruction: Instruction, lines: readonly LayoutLine[]): MixedIndent[] {
  const indented = lines.flatMap(({ start, text }) => {
    const written = /^[ \t]+(?=\S)/.exec(text)?.[0];
    return written === undefined ? [] : [{ start, written }];
  });
  const [first] = indented;
  if (!first) return [];
  const wanted = first.written.startsWith('\t') ? '\t' : ' ';
  const mixed = indented.filter(({ written }) => written.includes(wanted === ' ' ? '\t' : ' '));
  if (mixed.length === 0) return [];
  const isQuoted = createQuoteCheck(instruction);
  return mixed.flatMap(({ start, written }) => {
    // Within quotes the blanks are part of a text.
    if (isQuoted(start)) return [];
    return [{ span: { start, end: start + written.length }, indent: convert(written, wanted) }];
  });
}

function convert(written: string, wanted: string): string {
  const tabs = written.split('\t').length - 1;
  const width = tabs * tabWidth + (written.length - tabs);
  return wanted === ' ' ? ' '.repeat(width) : '\t'.repeat(Math.max(1, Math.round(width / tabWidth)));
}

/** Whether a quote is open at an offset of the instruction. Offsets must come in order. */
function createQuoteCheck({ code, span }: Instruction): (offset: number) => boolean {
  let at = 0;
  let quote = '';
  return (offset) => {
    for (; at < offset - span.start; at++) {
      const character = code.charAt(at);
      if (character === '\\' && quote !== "'") at++;
      else if (quote === '' && /["'`]/.test(character)) quote = character;
      else if (character === quote) quote = '';
    }
    return quote !== '';
  };
}
