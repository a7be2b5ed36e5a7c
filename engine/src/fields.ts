/** Readers for JSON of which nothing is certain: each gives a value of its type, whatever the engine wrote. */
export type Json = Readonly<Record<string, unknown>>;

export function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

export function text(record: Json, name: string): string {
  const value = record[name];
  return typeof value === 'string' ? value : '';
}

/** A number from zero up; null for everything else, so that a size of -1 reads as "not known". */
export function count(record: Json, name: string): number | null {
  const value = record[name];
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

export function list(record: Json, name: string): readonly unknown[] {
  const value = record[name];
  return Array.isArray(value) ? value : [];
}

export function objects(record: Json, name: string): readonly Json[] {
  return list(record, name)
    .map(asObject)
    .filter((value) => value !== undefined);
}

export function texts(record: Json, name: string): readonly string[] {
  return list(record, name).filter((value): value is string => typeof value === 'string');
}

export function labels(record: Json): Readonly<Record<string, string>> {
  const found = Object.entries(asObject(record['Labels']) ?? {});
  // fromEntries defines the keys, so that a label named __proto__ is a label.
  return Object.fromEntries(found.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Seconds since 1970 as ISO 8601; empty when out of all range. */
export function timeOfSeconds(seconds: number | null): string {
  const date = new Date((seconds ?? Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** An engine's own time, which may have nanoseconds and a zone, as ISO 8601 in UTC; null when it is none. */
export function timeOfText(value: string): string | null {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
