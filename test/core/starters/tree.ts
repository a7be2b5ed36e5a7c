import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FileTree } from '#core';

const home = join(import.meta.dirname, 'apps');

/** The names of all sample applications. */
export const sampleNames: readonly string[] = readdirSync(home).sort();

export function samplePath(name: string): string {
  return join(home, name);
}

/** One of the sample applications beside this file, as the wizard sees it. */
export function sampleTree(name: string): FileTree {
  return diskTree(samplePath(name));
}

function diskTree(root: string): FileTree {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return {
    paths: files.map((file) => relative(root, file).replaceAll('\\', '/')),
    read: (path) => Promise.resolve(readFileSync(join(root, path), 'utf8')),
  };
}

/** A tree that exists only in a test: path to text, where undefined is a file that cannot be read as text. */
export function madeTree(files: Readonly<Record<string, string | undefined>>): FileTree {
  return { paths: Object.keys(files), read: (path) => Promise.resolve(files[path]) };
}
