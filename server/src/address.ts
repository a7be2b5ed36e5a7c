import { fileURLToPath, pathToFileURL } from 'node:url';

/** True for a document that lies on this machine's disk. */
export function isOnDisk(uri: string): boolean {
  return /^file:/i.test(uri);
}

/** The path of a file on disk; for anything else (untitled, virtual) the path in its address. */
export function pathOf(uri: string): string {
  try {
    return isOnDisk(uri) ? fileURLToPath(uri) : decodeURIComponent(new URL(uri).pathname);
  } catch {
    // An address that no rule allows still names a document; its last part is all that is needed of it.
    return uri;
  }
}

export function toUri(path: string): string {
  return pathToFileURL(path).href;
}
