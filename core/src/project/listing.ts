import { compilePattern, foldersOf } from '../ignore/index.ts';

/** A file of a build context. */
export interface ContextFile {
  /** Relative to the context's root, `/` between folders. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** A symbolic link: it is sent as one, and what it leads to is not looked at. */
  readonly link?: boolean;
}

/** A file or a folder, by its place in a listing; folders stand before what lies in them. */
export interface ContextEntry {
  readonly path: string;
  /** Index of the folder it lies in; -1 at the root. */
  readonly parent: number;
  /** Null for a folder. */
  readonly file: ContextFile | null;
}

/** The answers of one pattern, each found when it is first asked for. */
export interface PatternMatches {
  /** Whether the entry at this index matches. */
  has(index: number): boolean;
  /** The first entry that matches. */
  first(): ContextEntry | undefined;
}

/** The files of a context at one moment. */
export interface ContextListing {
  readonly files: readonly ContextFile[];
  readonly entries: readonly ContextEntry[];
  /** Folders of which not everything is known, because they are too large or may not be read; `''` is the root. */
  readonly unread: readonly string[];
  find(path: string): ContextEntry | undefined;
  /** Which entries a cleaned pattern matches exactly. Remembered by the pattern's text. */
  matches(pattern: string): PatternMatches;
  /** The entries that pass a test, which is tried once and remembered by its name. */
  select(name: string, test: (entry: ContextEntry) => boolean): readonly ContextEntry[];
  /** True when nothing of this path can be missing from the listing. */
  knows(path: string): boolean;
}

/** Patterns that are remembered; an editor changes one at a time. */
const mostColumns = 400;

export function createListing(files: readonly ContextFile[], unread: readonly string[] = []): ContextListing {
  const entries: ContextEntry[] = [];
  const places = new Map<string, number>();
  const add = (path: string, parent: number, file: ContextFile | null): number => {
    const known = places.get(path);
    if (known !== undefined) return known;
    places.set(path, entries.length);
    return entries.push({ path, parent, file }) - 1;
  };
  for (const file of files) {
    let parent = -1;
    for (const folder of foldersOf(file.path)) parent = add(folder, parent, null);
    add(file.path, parent, file);
  }
  const columns = new Map<string, PatternMatches>();
  const selections = new Map<string, readonly ContextEntry[]>();
  const closed = new Set(unread);
  return {
    files,
    entries,
    unread,
    find: (path) => entries[places.get(path) ?? -1],
    knows: (path) => ![path, ...foldersOf(path), ''].some((each) => closed.has(each) || isLink(entries, places, each)),
    select(name, test) {
      const known = selections.get(name) ?? entries.filter(test);
      selections.set(name, known);
      return known;
    },
    matches(pattern) {
      const known = columns.get(pattern) ?? matchAll(pattern, entries);
      if (columns.size > mostColumns) columns.clear();
      columns.set(pattern, known);
      return known;
    },
  };
}

function isLink(entries: readonly ContextEntry[], places: ReadonlyMap<string, number>, path: string): boolean {
  return entries[places.get(path) ?? -1]?.file?.link === true;
}

function matchAll(pattern: string, entries: readonly ContextEntry[]): PatternMatches {
  const test = compilePattern(pattern);
  // 0 is not asked yet, 1 is yes, 2 is no.
  const known = new Uint8Array(entries.length);
  const has = (index: number): boolean => {
    if (known[index] === 0) known[index] = test(entries[index]?.path ?? '') ? 1 : 2;
    return known[index] === 1;
  };
  return {
    has,
    first: () => entries[known.indexOf(1)] ?? entries.find((_entry, index) => has(index)),
  };
}
