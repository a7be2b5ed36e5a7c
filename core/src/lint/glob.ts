/**
 * Whether a path (with `/`, relative to the configuration's folder) matches a glob: `*`, `?`, `**`, `[a-z]`, `{a,b}`.
 * As in `.gitignore`, a glob without an inner slash matches in any folder, and a match of a folder covers what is in it.
 */
export function matchesGlob(path: string, glob: string): boolean {
  const pattern = toPattern(glob);
  return pattern !== undefined && pattern.test(path.replaceAll('\\', '/').replace(/^\.\//, ''));
}

export function matchesAnyGlob(path: string, globs: readonly string[]): boolean {
  return globs.some((glob) => matchesGlob(path, glob));
}

function toPattern(glob: string): RegExp | undefined {
  const trimmed = glob.trim().replace(/^\.\//, '');
  const body = trimmed.replace(/^\//, '').replace(/\/$/, '');
  if (body === '') return undefined;
  const anchored = trimmed.startsWith('/') || body.includes('/');
  try {
    return new RegExp(`^${anchored ? '' : '(?:.*/)?'}${translate(body)}(?:/.*)?$`, 'su');
  } catch {
    // Brackets that make no sense, such as `[z-a]`: such a glob matches nothing.
    return undefined;
  }
}

const pieces = /\*\*\/|\*\*|\*|\?|\[!?[^\]/]+\]|\{[^{}/]*\}|[\s\S]/gu;

function translate(glob: string): string {
  return (glob.match(pieces) ?? []).map(translatePiece).join('');
}

function translatePiece(piece: string): string {
  if (piece === '**/') return '(?:.*/)?';
  if (piece === '**') return '.*';
  if (piece === '*') return '[^/]*';
  if (piece === '?') return '[^/]';
  if (piece.length > 2 && piece.startsWith('[')) return piece.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
  if (piece.length > 1 && piece.startsWith('{')) {
    return `(?:${piece.slice(1, -1).split(',').map(translate).join('|')})`;
  }
  return piece.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
