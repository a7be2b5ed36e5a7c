import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import type { Span } from '../../text/index.ts';

/** A line that white space has no meaning in: those of heredocs are left out. */
export interface LayoutLine {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
  readonly text: string;
  /** True for the lines of an instruction, comments and blank lines between them included. */
  readonly isInside: boolean;
}

/** The lines of a file without those of its heredocs, in one pass. */
export function readLayout({ text, instructions }: Dockerfile): readonly LayoutLine[] {
  const isInHeredoc = createSweep(instructions.flatMap(bodiesOf));
  const isInInstruction = createSweep(instructions.map(({ span }) => span));
  const lines: LayoutLine[] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline + 1;
    const written = text.slice(start, newline < 0 ? next : newline);
    const line = written.endsWith('\r') ? written.slice(0, -1) : written;
    if (!isInHeredoc(start)) {
      lines.push({ start, end: start + line.length, next, text: line, isInside: isInInstruction(start) });
    }
    start = next;
  }
  return lines;
}

function bodiesOf({ heredocs, inner }: Instruction): readonly Span[] {
  return [...heredocs, ...(inner?.heredocs ?? [])].map(({ bodySpan }) => bodySpan);
}

/** Whether an offset lies in one of the spans. Offsets must come in file order. */
function createSweep(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  return (offset) => {
    while ((sorted[next]?.end ?? Infinity) <= offset) next++;
    return (sorted[next]?.start ?? Infinity) <= offset;
  };
}
