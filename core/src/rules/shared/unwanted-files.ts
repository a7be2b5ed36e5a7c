import type { IgnoreFile } from '../../ignore/index.ts';
import type { BuildContext, ContextListing } from '../../project/index.ts';
import { findSecretFile } from './secret-files.ts';

/** Something in a context that hardly any image needs. */
export interface UnwantedFile {
  /** The file, or the folder with all that lies in it. */
  readonly path: string;
  /** The line of an ignore file that keeps it and its like out. */
  readonly pattern: string;
}

/** Folders that are history or can be made again, wherever they lie. */
const unwantedFolders = ['.git', 'node_modules'];

/** Credentials and such folders that a build would be sent. */
export function findUnwanted(
  context: BuildContext,
  ignore: IgnoreFile | null,
  folders: readonly string[] = unwantedFolders,
): readonly UnwantedFile[] {
  const listing = context.listing();
  if (!listing) return [];
  const judged = ignore ? context.judge(ignore) : undefined;
  const isSent = (path: string): boolean => !(judged?.isExcluded(path) ?? ignore?.matcher().excludes(path) ?? false);
  return [...findFolders(listing, folders), ...findSecrets(listing)].filter(({ path }) => isSent(path));
}

/** The outermost folder of each name. */
function findFolders(listing: ContextListing, folders: readonly string[]): UnwantedFile[] {
  return folders.flatMap((name) => {
    const [first] = listing.select(`folder ${name}`, ({ path, file }) => {
      return file === null && lastPart(path) === name && !isWithin(path, unwantedFolders);
    });
    return first ? [{ path: first.path, pattern: first.path === name ? name : `**/${name}` }] : [];
  });
}

function findSecrets(listing: ContextListing): UnwantedFile[] {
  const secrets = listing.select('secrets', ({ path, file }) => {
    return file !== null && findSecretFile(path)?.certain === true && !isWithin(path, unwantedFolders);
  });
  return secrets.map(({ path }) => ({ path, pattern: path.replace(/[*?[\]\\!#]/g, '\\$&') }));
}

function isWithin(path: string, folders: readonly string[]): boolean {
  return path
    .split('/')
    .slice(0, -1)
    .some((part) => folders.includes(part));
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
