import { readClass, strangeEscapes, type CharRange } from './syntax.ts';

/** A piece of a pattern, each an instruction of a small machine that reads a path once from left to right. */
export type Token =
  | { readonly kind: 'char'; readonly code: number }
  /** `?`: anything but a slash. */
  | { readonly kind: 'one' }
  /** `*`: any number of anything but slashes. */
  | { readonly kind: 'star' }
  /** `**` before something: nothing, or any folders with the slash behind them, which `deep` reads. */
  | { readonly kind: 'folders' }
  | { readonly kind: 'deep' }
  /** `**` at the end. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly CharRange[] }
  /** A place that no path has. */
  | { readonly kind: 'never' };

/** Shorthands of the builder's regular expressions, which an escaped letter becomes. */
const shorthands: Readonly<Record<string, readonly CharRange[]>> = {
  d: [{ low: 48, high: 57 }],
  s: [9, 10, 12, 13, 32].map((code) => ({ low: code, high: code })),
  w: [
    { low: 48, high: 57 },
    { low: 65, high: 90 },
    { low: 95, high: 95 },
    { low: 97, high: 122 },
  ],
};

/** The tokens of a pattern without faults. */
export function readTokens(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < pattern.length) {
    const { pushed, end } = readToken(pattern, at);
    // Several stars in a row say no more than one.
    const repeats = isStar(pushed.at(-1)) && tokens.at(-1)?.kind === pushed.at(-1)?.kind;
    if (!repeats) tokens.push(...pushed);
    at = end;
  }
  return tokens;
}

function isStar(token: Token | undefined): boolean {
  return token?.kind === 'star' || token?.kind === 'deep';
}

function readToken(pattern: string, at: number): { readonly pushed: readonly Token[]; readonly end: number } {
  const char = pattern.charAt(at);
  if (char === '*' && pattern.charAt(at + 1) === '*') {
    const end = at + (pattern.charAt(at + 2) === '/' ? 3 : 2);
    return { pushed: end >= pattern.length ? [{ kind: 'rest' }] : [{ kind: 'folders' }, { kind: 'deep' }], end };
  }
  if (char === '*') return { pushed: [{ kind: 'star' }], end: at + 1 };
  if (char === '?') return { pushed: [{ kind: 'one' }], end: at + 1 };
  if (char === '\\') return readEscape(pattern, at + 1);
  if (char === '[') {
    const read = readClass(pattern, at);
    if (typeof read === 'string') return { pushed: [{ kind: 'never' }], end: pattern.length };
    return { pushed: [{ kind: 'class', negated: read.negated, ranges: read.ranges }], end: read.end };
  }
  // The builder's expression begins with `^` already, and elsewhere no path has a beginning.
  if (char === '^') return { pushed: at === 0 ? [] : [{ kind: 'never' }], end: at + 1 };
  return readChar(pattern, at);
}

function readEscape(pattern: string, at: number) {
  const char = pattern.charAt(at);
  const ranges = Object.hasOwn(shorthands, char.toLowerCase()) ? shorthands[char.toLowerCase()] : undefined;
  const token: Token | undefined = ranges
    ? { kind: 'class', negated: char !== char.toLowerCase(), ranges }
    : strangeEscapes.has(char)
      ? { kind: 'never' }
      : undefined;
  return token ? { pushed: [token], end: at + 1 } : readChar(pattern, at);
}

function readChar(pattern: string, at: number): { readonly pushed: readonly Token[]; readonly end: number } {
  const code = pattern.codePointAt(at) ?? 0;
  return { pushed: [{ kind: 'char', code }], end: at + (code > 0xffff ? 2 : 1) };
}
