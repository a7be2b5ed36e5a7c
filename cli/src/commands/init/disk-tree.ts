import { ignoredFolders, maxFileCount, maxFileSize, type FileTree } from '#core';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * The files below a folder of this machine. Links are not followed, so no loop can hold it and nothing outside is read;
 * files that are large or no text have no text.
 */
export async function readDiskTree(root: string): Promise<FileTree> {
  const paths: string[] = [];
  await collect(root, '', paths);
  const listed = new Set(paths);
  return {
    paths,
    async read(file) {
      return listed.has(file) ? readText(path.join(root, file)) : undefined;
    },
  };
}

async function collect(root: string, below: string, paths: string[]): Promise<void> {
  // A folder that may not be read has nothing for us; the root itself is checked by the caller.
  const entries = await readdir(path.join(root, below), { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (paths.length >= maxFileCount) return;
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isFile()) paths.push(name);
    else if (entry.isDirectory() && !isIgnored(name, entry.name)) await collect(root, name, paths);
  }
}

function isIgnored(whole: string, name: string): boolean {
  return ignoredFolders.includes(name) || whole.endsWith('.yarn/cache');
}

async function readText(file: string): Promise<string | undefined> {
  try {
    if ((await stat(file)).size > maxFileSize) return undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch {
    // Unreadable and no text are the same to the wizard: it says so where the file matters.
    return undefined;
  }
}
