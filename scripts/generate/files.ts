import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What generation wants on the disk: contents by path relative to the root; null is a file that must go. */
export type Outputs = ReadonlyMap<string, string | null>;

export function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** What a JSON file holds, or undefined when there is none; the caller knows its shape. */
export function readJson(path: string): unknown {
  const text = readText(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path}: ${String(error)}`, { cause: error });
  }
}

/** Files below a folder with one of these endings, relative to the root, in a stable order. */
export function listFiles(root: string, folder: string, endings: readonly string[]): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : listFiles(root, path, endings);
      return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
    })
    .sort();
}

/** Paths of which the disk holds something else than wanted. */
export function findStale(root: string, outputs: Outputs): string[] {
  return [...outputs].filter(([path, text]) => (readText(join(root, path)) ?? null) !== text).map(([path]) => path);
}

export function writeOutputs(root: string, outputs: Outputs): void {
  for (const path of findStale(root, outputs)) {
    const text = outputs.get(path) ?? null;
    const target = join(root, path);
    if (text === null) rmSync(target);
    else {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  }
}
