import type { CopySource } from './copy-sources.ts';
import type { ContextEntry, ContextFile, ContextListing } from './listing.ts';

/** What a source means in a context. */
export interface SourceMatch {
  /** True when it is there at all. */
  readonly exists: boolean;
  /** The files that it means, those that an ignore file leaves out among them. */
  readonly files: readonly ContextFile[];
}

/** A folder means all that lies in it, and a wildcard all that it matches, as Go's `filepath.Match` does. */
export function matchSource(
  { path, wildcard }: Pick<CopySource, 'path' | 'wildcard'>,
  listing: ContextListing,
): SourceMatch {
  if (path === '') return { exists: true, files: listing.files };
  const taken = wildcard ? matchWildcard(path, listing) : matchPlain(path, listing);
  const files = listing.entries.flatMap(({ file }, index) => (file && taken[index] === 1 ? [file] : []));
  return { exists: taken.includes(1), files };
}

function matchPlain(path: string, { entries }: ContextListing): Uint8Array {
  return spread(entries, (entry) => entry.path === path);
}

/** Unlike in an ignore file, two stars are no more than one. */
function matchWildcard(path: string, listing: ContextListing): Uint8Array {
  const own = listing.matches(path.replace(/\*+/g, '*'));
  return spread(listing.entries, (_entry, index) => own.has(index));
}

/** Marks entries, and with every folder what lies in it. */
function spread(entries: readonly ContextEntry[], isOwn: (entry: ContextEntry, index: number) => boolean): Uint8Array {
  const taken = new Uint8Array(entries.length);
  entries.forEach((entry, index) => {
    if (isOwn(entry, index) || taken[entry.parent] === 1) taken[index] = 1;
  });
  return taken;
}
