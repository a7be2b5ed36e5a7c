/** Why the builder refuses a pattern. */
export type PatternFault = 'open-class' | 'empty-class' | 'bad-range' | 'loose-backslash' | 'bad-escape';

/** One character or `a-z` of a class. */
export interface CharRange {
  readonly low: number;
  readonly high: number;
}

export interface CharClass {
  readonly negated: boolean;
  readonly ranges: readonly CharRange[];
  /** Index behind the closing `]`. */
  readonly end: number;
}

/** Reads the class that opens at `at`, by the rules of Go's `filepath.Match`. */
export function readClass(pattern: string, at: number): CharClass | PatternFault {
  let next = at + 1;
  const negated = pattern.charAt(next) === '^';
  if (negated) next++;
  const ranges: CharRange[] = [];
  for (;;) {
    if (next >= pattern.length) return 'open-class';
    if (pattern.charAt(next) === ']' && ranges.length > 0) return { negated, ranges, end: next + 1 };
    const low = readMember(pattern, next);
    if (typeof low === 'string') return low;
    const high = pattern.charAt(low.end) === '-' ? readMember(pattern, low.end + 1) : low;
    if (typeof high === 'string') return high === 'empty-class' ? 'bad-range' : high;
    // The builder's matcher accepts a range that runs backwards, and its compiler then does not.
    if (high.code < low.code) return 'bad-range';
    ranges.push({ low: low.code, high: high.code });
    next = high.end;
  }
}

function readMember(pattern: string, at: number): { code: number; end: number } | PatternFault {
  const char = pattern.charAt(at);
  if (char === '') return 'open-class';
  if (char === ']') return 'empty-class';
  if (char === '-') return 'bad-range';
  const start = char === '\\' ? at + 1 : at;
  const code = pattern.codePointAt(start);
  if (code === undefined) return 'open-class';
  const end = start + (code > 0xffff ? 2 : 1);
  return end < pattern.length ? { code, end } : 'open-class';
}

/** What the builder has against a cleaned pattern; undefined when it takes it. */
export function findFault(pattern: string): PatternFault | undefined {
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === '\\') {
      if (at + 1 >= pattern.length) return 'loose-backslash';
      if (refusedEscapes.test(pattern.charAt(at + 1))) return 'bad-escape';
      at++;
    } else if (char === '[') {
      const read = readClass(pattern, at);
      if (typeof read === 'string') return read;
      at = read.end - 1;
    }
  }
  return undefined;
}

/** Letters behind a backslash for which the builder's regular expressions know no meaning. */
const refusedEscapes = /[ceghijklmoquyCEFGHIJKLMNORTUVXYZpPx1-9]|[^\0-\x7f]/;

/** Letters behind a backslash that do not stand for themselves: places and control characters. */
export const strangeEscapes: ReadonlySet<string> = new Set('aAbBfnrtvzQ0');
