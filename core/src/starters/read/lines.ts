/** Number of the line, from 1, on which an offset stands. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The line of the first match, from 1; 1 when there is none. */
export function lineOf(text: string, pattern: RegExp | string): number {
  const at = typeof pattern === 'string' ? text.indexOf(pattern) : text.search(pattern);
  return at < 0 ? 1 : lineAt(text, at);
}

/** The line of a key in a JSON text, looked for behind the keys that lead to it. */
export function lineOfKey(text: string, ...path: readonly string[]): number {
  let at = 0;
  for (const key of path) {
    const found = new RegExp(`${escapeRegExp(JSON.stringify(key))}\\s*:`, 'g');
    found.lastIndex = at;
    const match = found.exec(text);
    if (!match) break;
    at = match.index;
  }
  return lineAt(text, at);
}

export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
