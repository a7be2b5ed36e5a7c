import { overlaps, type Span } from './span.ts';

/** Replace the text of `span` with `newText`; an empty span inserts, an empty text deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export function replace(area: Span, newText: string): TextEdit {
  return { span: { start: area.start, end: area.end }, newText };
}

export function insert(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

export function remove(area: Span): TextEdit {
  return replace(area, '');
}

/**
 * Applies edits that were all made against the same `text`. Two insertions at one place keep their order.
 * Edits that overlap are refused with `undefined`, since no order of them is right.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | undefined {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index,
  );
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.span.start < at || edit.span.end > text.length) return undefined;
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}

export function editsOverlap(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return a.some((left) => b.some((right) => overlaps(left.span, right.span) || isSamePlace(left.span, right.span)));
}

function isSamePlace(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
