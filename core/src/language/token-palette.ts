import { findVariables, type Dockerfile, type Instruction } from '../dockerfile/index.ts';
import type { Span } from '../text/index.ts';
import type { SemanticToken, TokenType } from './model.ts';

/** Collects what an instruction is coloured with, in any order; of two that overlap the first in the file counts. */
export interface Palette {
  readonly file: Dockerfile;
  /** The number of the stage that a name, or a number, means. */
  stageNumber(name: string): number | undefined;
  /** Paints a span, cut at line breaks and continuations. `declares` marks the place that gives a name its meaning. */
  paint(area: Span, type: TokenType, declares?: boolean): void;
  /** The same, around the variables in it. */
  paintAround(area: Span, type: TokenType | null): void;
}

export function toToken({ start, end }: Span, type: TokenType, declares = false): SemanticToken {
  return { span: { start, end }, type, declares };
}

interface Paints {
  readonly file: Dockerfile;
  readonly stageNumber: Palette['stageNumber'];
  readonly found: SemanticToken[];
}

export function createPalette({ file, stageNumber, found }: Paints, instruction: Instruction): Palette {
  const own = instruction.code.includes('$') ? findVariables(instruction, file.escape) : [];
  const inner = instruction.inner ? findVariables(instruction.inner, file.escape) : [];
  const variables = [...own, ...inner].sort((a, b) => a.span.start - b.span.start);
  const paint = (area: Span, type: TokenType, declares = false): void => {
    for (const piece of piecesOf(file.text, instruction, area)) found.push(toToken(piece, type, declares));
  };
  let next = 0;
  return {
    file,
    stageNumber,
    paint,
    paintAround(area, type) {
      let at = area.start;
      // Words are painted from the first to the last, so the variables are gone through once.
      while (next > 0 && (variables[next - 1]?.span.start ?? 0) >= area.start) next--;
      for (let use = variables[next]; use && use.span.start < area.end; use = variables[++next]) {
        // Those within another's operand are a part of it.
        if (use.span.start < at) continue;
        if (type && use.span.start > at) paint({ start: at, end: use.span.start }, type);
        paint(use.span, 'variable');
        at = use.span.end;
      }
      if (type && at < area.end) paint({ start: at, end: area.end }, type);
    },
  };
}

/** The parts of a span that are code, line by line. */
function piecesOf(text: string, { code, span: own }: Instruction, area: Span): readonly Span[] {
  if (!text.slice(area.start, area.end).includes('\n')) return [area];
  const pieces: Span[] = [];
  for (let start = area.start; start < area.end;) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 ? area.end : Math.min(lineBreak, area.end);
    const line = code.slice(start - own.start, end - own.start);
    const from = start + line.length - line.trimStart().length;
    const to = start + line.trimEnd().length;
    if (to > from) pieces.push({ start: from, end: to });
    start = end + 1;
  }
  return pieces;
}
