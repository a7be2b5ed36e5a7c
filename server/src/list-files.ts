import { createListing, type ContextFile, type ContextListing } from '#core';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/** More files than this are not listed, and no longer than this is read: a context may be a whole home folder. */
const mostFiles = 50_000;
const longestRead = 5000;

/** Files whose size is asked for at once. */
const batch = 64;

/** Folders that tools fill with very many files; they are read last, so that they cost no other folder its place. */
const heavyFolders = new Set(['node_modules', '.git', 'vendor', '.venv', 'venv', 'target', 'dist', 'build']);

/**
 * The files below a folder of this machine. Links are not followed, so nothing outside of it is read; folders that are
 * too much, or may not be read, are named as unread.
 */
export async function listFiles(root: string): Promise<ContextListing> {
  const files: ContextFile[] = [];
  const unread: string[] = [];
  const heavy: string[] = [];
  let level = [''];
  const end = performance.now() + longestRead;
  while (level.length > 0) {
    const below: string[] = [];
    for (const folder of level) {
      const read = files.length < mostFiles && performance.now() < end ? await readFolder(root, folder) : undefined;
      if (!read) unread.push(folder);
      files.push(...(read?.files ?? []));
      for (const name of read?.folders ?? []) (isHeavy(name) ? heavy : below).push(name);
    }
    level = below.length > 0 ? below : heavy.splice(0);
  }
  return createListing(files, unread);
}

function isHeavy(folder: string): boolean {
  return heavyFolders.has(folder.slice(folder.lastIndexOf('/') + 1));
}

interface FolderContent {
  readonly files: readonly ContextFile[];
  readonly folders: readonly string[];
}

async function readFolder(root: string, folder: string): Promise<FolderContent | undefined> {
  try {
    const entries = await readdir(path.join(root, folder), { withFileTypes: true });
    const content = { files: [] as ContextFile[], folders: [] as string[] };
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    const plain: string[] = [];
    for (const entry of entries) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) content.folders.push(name);
      else if (entry.isSymbolicLink()) content.files.push({ path: name, size: 0, link: true });
      else if (entry.isFile()) plain.push(name);
    }
    for (let at = 0; at < plain.length; at += batch) {
      content.files.push(...(await Promise.all(plain.slice(at, at + batch).map((name) => measure(root, name)))));
    }
    return content;
  } catch {
    return undefined;
  }
}

async function measure(root: string, name: string): Promise<ContextFile> {
  // A file that went away meanwhile is gone from the next list.
  const size = await lstat(path.join(root, name)).then(
    (found) => found.size,
    () => 0,
  );
  return { path: name, size };
}
