import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { findLanguage, type Message } from '#core';
import { describeFileError } from './read-source.ts';

export interface FoundFiles {
  /** Absolute paths, in the order of the command line and then of names. `asked` ones were named by the user. */
  readonly files: readonly { readonly path: string; readonly asked: boolean }[];
  readonly unreadable: readonly { readonly path: string; readonly reason: Message }[];
}

/** Folders that hold other people's files, or none at all. */
const skippedFolders = new Set(['node_modules', '.git', '.hg', '.svn']);

/** The files that the paths of a command line mean: those named, and in folders those with a name of ours. */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files = new Map<string, { path: string; asked: boolean }>();
  const unreadable: { path: string; reason: Message }[] = [];
  for (const each of paths) {
    try {
      if ((await stat(each)).isDirectory()) await walk(each, files, unreadable);
      else files.set(each, { path: each, asked: true });
    } catch (error) {
      unreadable.push({ path: each, reason: describeFileError(error) });
    }
  }
  return { files: [...files.values()], unreadable };
}

async function walk(
  root: string,
  files: Map<string, { path: string; asked: boolean }>,
  unreadable: { path: string; reason: Message }[],
): Promise<void> {
  // A stack, not recursion: a deep tree must not end the search.
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      entries.sort((a, b) => (a.name < b.name ? -1 : 1));
      const inner: string[] = [];
      for (const entry of entries) {
        const file = path.join(folder, entry.name);
        if (entry.isDirectory() && !skippedFolders.has(entry.name)) inner.push(file);
        else if (findLanguage(entry.name) !== undefined && (await isFile(file, entry)) && !files.has(file)) {
          files.set(file, { path: file, asked: false });
        }
      }
      folders.push(...inner.reverse());
    } catch (error) {
      unreadable.push({ path: folder, reason: describeFileError(error) });
    }
  }
}

/** Links to files count; links to folders do not, since they may lead in circles. */
async function isFile(file: string, entry: { isFile(): boolean; isSymbolicLink(): boolean }): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  // A link that leads nowhere is told of when it is read.
  return stat(file).then(
    (target) => target.isFile(),
    () => true,
  );
}
