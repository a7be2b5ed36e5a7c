import type { Span } from '../text/index.ts';

/** A part of a joined line that stands in one piece in the file. */
export interface Piece {
  /** Index in the joined line. */
  readonly at: number;
  /** Offset in the file. */
  readonly source: number;
}

/**
 * An instruction as the builder sees it before it splits it: its lines joined without anything between them, and the
 * way back from each character to the file.
 */
export interface SourceLine {
  readonly text: string;
  offsetAt(index: number): number;
  spanOf(from: number, to: number): Span;
}

export function createSourceLine(text: string, pieces: readonly Piece[]): SourceLine {
  const offsetAt = (index: number): number => {
    const piece = findPiece(pieces, index);
    return piece.source + (index - piece.at);
  };
  return {
    text,
    offsetAt,
    spanOf(from, to) {
      const start = offsetAt(from);
      // The end is one behind the last character: behind a continuation it would stand on the next line.
      return { start, end: to > from ? offsetAt(to - 1) + 1 : start };
    },
  };
}

function findPiece(pieces: readonly Piece[], index: number): Piece {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return pieces[low] ?? { at: 0, source: 0 };
}
