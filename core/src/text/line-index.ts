/** A place in a text as editors count it: line and character from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets into lines and back. Made once per text; lines end at `\n`, `\r\n` or a lone `\r`, as in LSP. */
export interface LineIndex {
  readonly lineCount: number;
  positionAt(offset: number): Position;
  /** Positions beyond a line or the text are drawn back to its end. */
  offsetAt(position: Position): number;
  lineStart(line: number): number;
}

export function createLineIndex(text: string): LineIndex {
  const starts = findLineStarts(text);
  const lineStart = (line: number): number => (line < 0 ? 0 : (starts[line] ?? text.length));
  return {
    lineCount: starts.length,
    lineStart,
    positionAt(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      const line = lastAtOrBefore(starts, inside);
      return { line, character: inside - lineStart(line) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      const start = lineStart(line);
      const end = endOfLine(text, start, lineStart(line + 1));
      return Math.max(start, Math.min(start + character, end));
    },
  };
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) starts.push(at + 1);
    else if (code === 13 && text.charCodeAt(at + 1) !== 10) starts.push(at + 1);
  }
  return starts;
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function endOfLine(text: string, start: number, next: number): number {
  let end = next;
  while (end > start && /[\r\n]/.test(text.charAt(end - 1))) end--;
  return end;
}
