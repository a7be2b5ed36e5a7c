import type { Flag, Instruction } from '../dockerfile/index.ts';
import type { Span } from '../text/index.ts';

/** A flag's value as the builder reads it, and the way from its characters back to the file. */
export interface FlagValue {
  readonly value: string;
  spanOf(from: number, to: number): Span;
}

/** Undefined for a flag without a value. The way back goes around quotes, escapes and continuations. */
export function locateValue({ code, span }: Instruction, { value, valueSpan }: Flag): FlagValue | undefined {
  if (value === undefined || !valueSpan) return undefined;
  const written = code.slice(valueSpan.start - span.start, valueSpan.end - span.start);
  if (written === value) {
    return { value, spanOf: (from, to) => ({ start: valueSpan.start + from, end: valueSpan.start + to }) };
  }
  const places = placesOf(written, value);
  const placeOf = (index: number): number => valueSpan.start + (places[index] ?? written.length);
  return {
    value,
    spanOf: (from, to) => ({ start: placeOf(from), end: to > from ? placeOf(to - 1) + 1 : placeOf(from) }),
  };
}

/** For each character of the value its index in the written text: quotes, escapes and blanked lines are passed over. */
function placesOf(written: string, value: string): number[] {
  const places: number[] = [];
  for (let at = 0; at < written.length && places.length < value.length; at++) {
    const char = written.charAt(at);
    const wanted = value.charAt(places.length);
    if (char === '\\') places.push(++at);
    else if (char === wanted) places.push(at);
  }
  return places;
}

/** One `key=value` of a mount; indices into the flag's value. */
export interface MountPart {
  /** In lower case. */
  readonly key: string;
  /** Undefined for a key that stands alone. */
  readonly value: string | undefined;
  readonly start: number;
  readonly end: number;
  /** Where the value begins; the end of the key when there is none. */
  readonly valueStart: number;
}

/** The comma-separated parts of a mount; quotes around a part as in CSV. */
export function splitMount(text: string): readonly MountPart[] {
  const parts: MountPart[] = [];
  let at = 0;
  while (at <= text.length) {
    const isQuoted = text.charAt(at) === '"';
    const close = isQuoted ? text.indexOf('"', at + 1) : -1;
    const start = isQuoted ? at + 1 : at;
    const comma = text.indexOf(',', close < 0 ? at : close);
    const stop = comma < 0 ? text.length : comma;
    parts.push(readPart(text, start, close < 0 ? stop : close));
    at = stop + 1;
  }
  return parts;
}

function readPart(text: string, start: number, end: number): MountPart {
  const written = text.slice(start, end);
  const equals = written.indexOf('=');
  const keyEnd = equals < 0 ? end : start + equals;
  return {
    key: text.slice(start, keyEnd).trim().toLowerCase(),
    value: equals < 0 ? undefined : written.slice(equals + 1),
    start,
    end,
    valueStart: equals < 0 ? end : keyEnd + 1,
  };
}
