/** One finding drawn under a text: where it stands and what it says. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface DrawnText {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Offset of the `|` cursor, when one was drawn and asked for. */
  readonly cursor: number | null;
}

/**
 * Reads a drawing: common indentation is removed, and each line that holds only `^^^ message` marks the characters
 * above it. Several mark lines may follow one line of text. With `cursor`, a single `|` gives the cursor and is removed.
 */
export function readDrawing(drawing: string, options: { cursor?: boolean } = {}): DrawnText {
  const lines = dedent(drawing).split('\n');
  const kept: string[] = [];
  const marks: Mark[] = [];
  let lineStart = 0;
  let offset = 0;
  for (const line of lines) {
    const mark = /^(\s*)(\^+)(?:\s(.*))?$/.exec(line);
    if (mark) {
      const start = lineStart + (mark[1] ?? '').length;
      marks.push({ start, end: start + (mark[2] ?? '').length, message: (mark[3] ?? '').trim() });
      continue;
    }
    lineStart = offset;
    kept.push(line);
    offset += line.length + 1;
  }
  const text = kept.join('\n');
  if (!options.cursor) return { text, marks, cursor: null };
  const cursor = text.indexOf('|');
  if (cursor < 0) throw new Error('The drawing has no | for the cursor.');
  return { text: text.slice(0, cursor) + text.slice(cursor + 1), marks, cursor };
}

/** Draws findings back under their text, so that a failing test reads as a difference of two drawings. */
export function drawMarks(text: string, marks: readonly Mark[]): string {
  const out: string[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    out.push(line);
    const lineEnd = offset + line.length;
    for (const mark of marks) {
      if (mark.start < offset || mark.start > lineEnd) continue;
      const width = Math.max(1, Math.min(mark.end, lineEnd) - mark.start);
      out.push(`${' '.repeat(mark.start - offset)}${'^'.repeat(width)} ${mark.message}`.trimEnd());
    }
    offset = lineEnd + 1;
  }
  return out.join('\n');
}

/** Removes the first empty line, the last one, and the indentation that all lines share. */
export function dedent(drawing: string): string {
  const lines = drawing
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '\n')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const common = indents.length > 0 ? Math.min(...indents) : 0;
  return lines.map((line) => line.slice(Math.min(common, line.length))).join('\n');
}
