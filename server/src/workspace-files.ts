import { findLanguage } from '#core';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { FileChangeType, type CancellationToken, type FileEvent } from 'vscode-languageserver/node';
import { isOnDisk, pathOf } from './address.ts';

/** The files of ours in the folders of the workspace, with what was read from each. Nothing is touched until asked for. */
export interface WorkspaceFiles<T> {
  /** What the files say, in an order that stays; those that changed are read again. Ends early once it is cancelled. */
  read(make: MakeOfText<T>, token: CancellationToken): AsyncGenerator<WorkspaceFile<T>>;
  /** Takes note of what a watcher saw. */
  note(events: readonly FileEvent[]): void;
  setFolders(uris: readonly string[]): void;
}

export interface WorkspaceFile<T> {
  readonly path: string;
  readonly value: T;
}

/** What is kept of a file's text. */
export type MakeOfText<T> = (path: string, text: string) => T | undefined;

export interface WorkspaceFilesOptions {
  /** Without a watcher the folders are listed again for each question. */
  readonly isWatched: boolean;
  readonly onUnreadable: (file: string) => void;
}

/** What a watcher should look at; the names themselves are judged by `findLanguage`. */
export const workspaceGlob = '**/{*[dD]ockerfile*,[cC]ontainerfile*,*compose*.yaml,*compose*.yml}';

/** Bounds that no project written by hand comes near. */
const mostFolders = 20_000;
const mostFiles = 3000;
const largestFile = 1_000_000;

/** Folders of tools, whose files nobody of the project wrote. */
const foreignFolders: ReadonlySet<string> = new Set([
  '.cache',
  '.git',
  '.hg',
  '.svn',
  '.venv',
  '__pycache__',
  'node_modules',
  'vendor',
]);

export function createWorkspaceFiles<T>(options: WorkspaceFilesOptions): WorkspaceFiles<T> {
  let folders: readonly string[] = [];
  let listing: Promise<Set<string>> | undefined;
  const known = new Map<string, Entry<T>>();
  const list = (): Promise<Set<string>> => {
    listing = (options.isWatched ? listing : undefined) ?? listFiles(folders);
    return listing;
  };
  return {
    async *read(make, token) {
      const files = await unlessCancelled(list(), token);
      for (const file of files ?? []) {
        if (token.isCancellationRequested) return;
        const entry = await readEntry(file, known, { ...options, make });
        if (entry) known.set(file, entry);
        else known.delete(file);
        if (entry?.value !== undefined) yield { path: file, value: entry.value };
      }
    },
    note(events) {
      for (const { uri, type } of events) {
        const file = pathOf(uri);
        known.delete(file);
        if (findLanguage(file) === undefined) continue;
        void listing?.then((files) => (type === FileChangeType.Deleted ? files.delete(file) : files.add(file)));
      }
    },
    setFolders(uris) {
      folders = uris.filter(isOnDisk).map(pathOf);
      listing = undefined;
      known.clear();
    },
  };
}

interface Entry<T> {
  /** Time and size of the file that was read. */
  readonly stamp: string;
  readonly value: T | undefined;
}

/**
 * From memory while a file's time and size are what they were: a watcher says nothing when a whole folder goes. Undefined
 * for a file that is gone or cannot be read.
 */
async function readEntry<T>(
  file: string,
  known: ReadonlyMap<string, Entry<T>>,
  { make, onUnreadable }: WorkspaceFilesOptions & { readonly make: MakeOfText<T> },
): Promise<Entry<T> | undefined> {
  const before = known.get(file);
  try {
    const { mtimeMs, size } = await stat(file);
    const stamp = `${mtimeMs} ${size}`;
    if (before?.stamp === stamp) return before;
    // Between two files, whatever has arrived meanwhile is answered first: an edit never waits for this.
    await new Promise((resolve) => setImmediate(resolve));
    return { stamp, value: size > largestFile ? undefined : make(file, await readFile(file, 'utf8')) };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(code)) onUnreadable(file);
    return undefined;
  }
}

/** Breadth first, so that where the bounds cut something off it lies deep. Links are not followed. */
async function listFiles(folders: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  const queue = [...folders];
  for (let at = 0; at < queue.length && at < mostFolders && found.size < mostFiles; at++) {
    const folder = queue[at] ?? '';
    for (const entry of await listFolder(folder)) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!foreignFolders.has(entry.name)) queue.push(full);
      } else if (entry.isFile() && findLanguage(entry.name) !== undefined && found.size < mostFiles) found.add(full);
    }
  }
  return found;
}

async function listFolder(folder: string) {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // Gone in the meantime, or not ours to look into.
    return [];
  }
}

/** Stops waiting once it is cancelled; the work goes on for the next question. */
function unlessCancelled<T>(work: Promise<T>, token: CancellationToken): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const listener = token.onCancellationRequested(() => resolve(undefined));
    work.then(resolve, reject).finally(() => listener.dispose());
  });
}
