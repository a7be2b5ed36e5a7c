import type { BuildContext, ContextEntry, ContextListing } from '../project/index.ts';
import { pathInContext } from '../ignore/index.ts';
import { formatSize, type Span } from '../text/index.ts';
import type { Completion } from './model.ts';
import { offer } from './offer.ts';

/** More names than this nobody reads; typing on narrows them. */
const mostPaths = 200;

export interface PathTyping {
  /** The path up to the cursor. */
  readonly typed: string;
  /** What is typed of its last part, and what stands of it behind the cursor. */
  readonly span: Span;
}

/** What lies in the folder that is being typed: folders first, then files, each in the order of its name. */
export function offerPaths(
  context: BuildContext | undefined,
  { typed, span }: PathTyping,
  isOffered: (entry: ContextEntry) => boolean = () => true,
): Completion[] {
  const listing = context?.listing();
  if (!listing || /[*?[\\$]/.test(typed)) return [];
  const folder = pathInContext(typed.slice(0, typed.lastIndexOf('/') + 1));
  const start = typed.slice(typed.lastIndexOf('/') + 1).toLowerCase();
  const inside = entriesIn(folder, listing).filter(
    (entry) => nameOf(entry).toLowerCase().startsWith(start) && isOffered(entry),
  );
  const ordered = inside.sort((a, b) => Number(b.file === null) - Number(a.file === null) || compare(a.path, b.path));
  return ordered.slice(0, mostPaths).map((entry) => {
    const name = entry.file === null ? `${nameOf(entry)}/` : nameOf(entry);
    const detail =
      entry.file && !entry.file.link ? { template: '{size}', args: { size: formatSize(entry.file.size) } } : null;
    return offer(name, 'file', span, { detail });
  });
}

function entriesIn(folder: string, { entries }: ContextListing): ContextEntry[] {
  const parent = folder === '' ? -1 : entries.findIndex(({ path, file }) => path === folder && file === null);
  return folder !== '' && parent < 0 ? [] : entries.filter((entry) => entry.parent === parent);
}

function nameOf({ path }: ContextEntry): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
