import {
  createContext,
  findContext,
  findCopySources,
  parseDockerfile,
  type BuildContext,
  type ContextDisk,
  type FoundContext,
  type IgnoreFile,
} from '#core';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isOnDisk, pathOf, toUri } from './address.ts';
import { createContextListings } from './context-listings.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { Log } from './guard.ts';

/** The build context of an open file, and the address of the ignore file that counts or would count. */
export interface ContextOfDocument {
  readonly context: BuildContext;
  readonly ignoreUri: string;
}

/** Finds the build contexts of open Dockerfiles and ignore files. */
export interface Contexts {
  /** Looks at a few files on disk the first time, and remembers what it found there. */
  find(document: OpenDocument): Promise<ContextOfDocument | undefined>;
  /** The same, once its files are listed or that takes too long: for answers at a cursor. */
  findListed(document: OpenDocument): Promise<ContextOfDocument | undefined>;
  /** Something on disk changed. */
  forget(): void;
}

export interface ContextsParts {
  readonly documents: Documents;
  /** Folders that are open in the editor, as addresses. */
  readonly roots: readonly string[];
  readonly log: Log;
  readonly onChange: () => void;
}

export function createContexts({ documents, roots, log, onChange }: ContextsParts): Contexts {
  const listings = createContextListings(log, onChange);
  const places = new Map<string, Promise<FoundContext | undefined>>();
  const made = new Map<string, { readonly ignore: IgnoreFile | null; readonly found: ContextOfDocument }>();
  const folders = roots.filter(isOnDisk).map(pathOf);
  const find = async (document: OpenDocument): Promise<ContextOfDocument | undefined> => {
    const { uri, source } = document;
    if (!isOnDisk(uri) || source.language === 'compose') return undefined;
    const known = places.get(uri) ?? findPlace(document, folders);
    places.set(uri, known);
    const place = await known;
    if (!place) return undefined;
    // What the editor shows counts, saved or not.
    const shown = source.language === 'dockerignore' ? source.model : findShown(documents, place.ignorePath);
    const ignore = shown ?? place.parts.ignore ?? null;
    const last = made.get(uri);
    if (last?.ignore === ignore) return last.found;
    const parts = { ...place.parts, ignore, listing: () => listings.get(place.folder) };
    const found = { context: createContext(parts), ignoreUri: toUri(place.ignorePath) };
    made.set(uri, { ignore, found });
    return found;
  };
  const drop = (uri: string): void => {
    places.delete(uri);
    made.delete(uri);
  };
  documents.onDidClose(drop);
  documents.onDidSave(drop);
  return {
    find,
    async findListed(document) {
      const place = await (await find(document), places.get(document.uri));
      if (place) await listings.settle(place.folder);
      return find(document);
    },
    forget() {
      places.clear();
      made.clear();
      listings.expire();
    },
  };
}

function findShown(documents: Documents, ignorePath: string): IgnoreFile | undefined {
  const uri = documents.uris().find((each) => isOnDisk(each) && pathOf(each) === path.normalize(ignorePath));
  const source = uri === undefined ? undefined : documents.find(uri)?.source;
  return source?.language === 'dockerignore' ? source.model : undefined;
}

async function findPlace({ uri, source }: OpenDocument, roots: readonly string[]): Promise<FoundContext | undefined> {
  const file = pathOf(uri);
  const folder = path.dirname(file);
  if (source.language === 'dockerfile') {
    const request = {
      name: path.basename(file),
      folders: foldersAbove(folder, roots),
      sources: findCopySources(source.model),
    };
    return findContext(request, disk);
  }
  const name = path.basename(file).slice(0, -'.dockerignore'.length);
  if (name === '') return { folder, ignorePath: file, parts: {} };
  // It belongs to the Dockerfile beside it, which may be built from a folder above.
  const text = await disk.read(path.join(folder, name));
  const sources = text === undefined ? [] : findCopySources(parseDockerfile(text));
  const found = await findContext({ name, folders: foldersAbove(folder, roots), sources }, disk);
  return { ...found, ignorePath: file, parts: { ...found.parts, ignoreName: path.basename(file) } };
}

/** A folder and those around it, up to the one that is open in the editor; alone when none is. */
function foldersAbove(folder: string, roots: readonly string[]): string[] {
  const root = roots.find((each) => folder === each || folder.startsWith(`${each}${path.sep}`));
  if (root === undefined) return [folder];
  const chain = [folder];
  for (let last = folder; last !== root; last = path.dirname(last)) chain.push(path.dirname(last));
  return chain;
}

const disk: ContextDisk = {
  exists: (file) =>
    access(file)
      .then(() => true)
      .catch(() => false),
  read: (file) => readFile(file, 'utf8').catch(() => undefined),
};
