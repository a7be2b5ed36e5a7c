import type { FileTree } from './model.ts';

/** A tree with its folders listed once and every file read at most once. */
export interface Survey {
  readonly paths: readonly string[];
  has(path: string): boolean;
  read(path: string): Promise<string | undefined>;
  /** Names of the files that lie directly in a folder. */
  names(folder: string): ReadonlySet<string>;
  /** Folders with at least one file, `.` first, then in alphabetical order. */
  readonly folders: readonly string[];
}

export function surveyTree(tree: FileTree): Survey {
  const paths = [...tree.paths].sort(compareText);
  const all = new Set(paths);
  const folders = new Map<string, Set<string>>([['.', new Set()]]);
  for (const path of paths) {
    const folder = folderOf(path);
    const names = folders.get(folder) ?? new Set<string>();
    names.add(path.slice(path.lastIndexOf('/') + 1));
    folders.set(folder, names);
  }
  const texts = new Map<string, Promise<string | undefined>>();
  return {
    paths,
    has: (path) => all.has(path),
    names: (folder) => folders.get(folder) ?? new Set(),
    folders: [...folders.keys()].sort((a, b) => (a === '.' ? -1 : b === '.' ? 1 : compareText(a, b))),
    read(path) {
      if (!all.has(path)) return Promise.resolve(undefined);
      const known = texts.get(path);
      if (known) return known;
      const text = readText(tree, path);
      texts.set(path, text);
      return text;
    },
  };
}

/** Unreadable and binary files are alike to the wizard: no text. */
async function readText(tree: FileTree, path: string): Promise<string | undefined> {
  try {
    const text = await tree.read(path);
    return text === undefined || text.includes('\0') ? undefined : text.replace(/^\uFEFF/, '');
  } catch {
    return undefined;
  }
}

export function folderOf(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '.' : path.slice(0, at);
}

/** `name` inside `folder`, where `.` is the root. */
export function join(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

export function isBelow(path: string, folder: string): boolean {
  return folder === '.' || path.startsWith(`${folder}/`);
}

/** Order of code units, the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
