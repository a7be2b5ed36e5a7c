/**
 * The shortest path that means the same, as Go's `filepath.Clean` gives it: no empty parts, no `.`, no `..` that can be
 * resolved, no slash at the end. An empty path is `.`.
 */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    // Nothing lies above the root.
    else if (!rooted) parts.push(part);
  }
  const joined = parts.join('/');
  if (rooted) return `/${joined}`;
  return joined === '' ? '.' : joined;
}

/** A path below the context's root, as COPY and patterns write it: `./a/`, `/a` and `a` are one. The root is empty. */
export function pathInContext(path: string): string {
  return cleanPath(`/${path}`).slice(1);
}

/** The folders that a path lies in, the outermost first. */
export function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}
