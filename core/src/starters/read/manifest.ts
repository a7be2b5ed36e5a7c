import { parse as parseTomlText } from 'smol-toml';
import { lineAt } from './lines.ts';

export type Table = Readonly<Record<string, unknown>>;
export type Manifest = { readonly ok: true; readonly value: Table } | { readonly ok: false; readonly line: number };

/** Reads JSON whose top level is an object; otherwise gives the line of the mistake. */
export function parseJson(text: string): Manifest {
  try {
    const value: unknown = JSON.parse(text);
    return isTable(value) ? { ok: true, value } : { ok: false, line: 1 };
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    return { ok: false, line: at === undefined ? 1 : lineAt(text, Number(at)) };
  }
}

/** Reads TOML; otherwise gives the line of the mistake. */
export function parseToml(text: string): Manifest {
  try {
    return { ok: true, value: parseTomlText(text) };
  } catch (error) {
    const line = (error as { line?: unknown }).line;
    return { ok: false, line: typeof line === 'number' ? line : 1 };
  }
}

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The table under a path of keys, or an empty one. */
export function tableAt(table: Table, ...path: readonly string[]): Table {
  let at: unknown = table;
  for (const key of path) at = isTable(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return isTable(at) ? at : {};
}

export function textAt(table: Table, ...path: readonly string[]): string | undefined {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const holder = tableAt(table, ...path.slice(0, -1));
  const value = Object.hasOwn(holder, last) ? holder[last] : undefined;
  return typeof value === 'string' ? value : undefined;
}

export function listAt(table: Table, ...path: readonly string[]): readonly string[] {
  const last = path.at(-1) ?? '';
  const holder = tableAt(table, ...path.slice(0, -1));
  const value = Object.hasOwn(holder, last) ? holder[last] : undefined;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
