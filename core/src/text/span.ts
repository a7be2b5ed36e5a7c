/** A half-open piece of a text: UTF-16 offsets, `start` included, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True for an offset inside the span or right behind its last character, where a cursor may stand. */
export function touches(area: Span, offset: number): boolean {
  return area.start <= offset && offset <= area.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function textOf(text: string, area: Span): string {
  return text.slice(area.start, area.end);
}
