/** What stands behind the name in `${name…}`. */
export interface Modifier {
  /** `-` default, `+` alternative, `?` required, `#` and `%` trim, `/` replace. */
  readonly kind: string;
  /** Written with a colon: an empty value counts as unset. */
  readonly emptyCounts: boolean;
  readonly pattern: string;
  readonly replacement: string;
  readonly all: boolean;
  readonly unknown: boolean;
}

export interface Expanded {
  readonly text: string;
  readonly error: 'required' | 'bad-pattern' | null;
  /** True when the operand is part of the result, so that an unknown one makes it unknown. */
  readonly unknownOperand: boolean;
}

/** Applies a modifier to a value, `undefined` meaning unset, by BuildKit's rules. */
export function expandModifier(name: string, value: string | undefined, modifier: Modifier): Expanded {
  const { kind, emptyCounts, pattern } = modifier;
  const isUnset = value === undefined || (emptyCounts && value === '');
  const plain = (text: string, unknownOperand = false): Expanded => ({ text, error: null, unknownOperand });
  switch (kind) {
    case '-':
      return isUnset ? plain(pattern, true) : plain(value);
    case '+':
      return isUnset ? plain('') : plain(pattern, true);
    case '?':
      if (!isUnset) return plain(value);
      return { text: pattern === '' ? name : `${name}: ${pattern}`, error: 'required', unknownOperand: false };
    case '#':
    case '%':
      return trim(value ?? '', modifier);
    default:
      return replace(value ?? '', modifier);
  }
}

function trim(value: string, { kind, pattern }: Modifier): Expanded {
  const isGreedy = pattern.startsWith(kind);
  const shape = isGreedy ? pattern.slice(1) : pattern;
  const glob = parsePattern(shape);
  if (!glob) return { text: shape, error: 'bad-pattern', unknownOperand: true };
  const text = kind === '#' ? trimStart(value, glob, isGreedy) : trimEnd(value, glob, isGreedy);
  return { text, error: null, unknownOperand: true };
}

function trimStart(value: string, glob: Glob, isGreedy: boolean): string {
  const ends = matchEnds(Array.from(value), glob);
  const end = isGreedy ? ends.at(-1) : ends[0];
  return end === undefined ? value : Array.from(value).slice(end).join('');
}

function trimEnd(value: string, glob: Glob, isGreedy: boolean): string {
  const reversed = trimStart(Array.from(value).reverse().join(''), [...glob].reverse(), isGreedy);
  return Array.from(reversed).reverse().join('');
}

function replace(value: string, { pattern, replacement, all }: Modifier): Expanded {
  const glob = parsePattern(pattern);
  if (!glob) return { text: pattern, error: 'bad-pattern', unknownOperand: true };
  const chars = Array.from(value);
  let text = '';
  let at = 0;
  let isDone = false;
  while (at <= chars.length) {
    const end = isDone ? undefined : matchEnds(chars.slice(at), glob).at(-1);
    if (end === undefined || (end === 0 && glob.length > 0)) {
      text += chars[at] ?? '';
      at++;
      continue;
    }
    text += replacement;
    isDone = !all;
    if (end === 0) text += chars[at++] ?? '';
    else at += end;
    if (at >= chars.length) break;
  }
  return { text, error: null, unknownOperand: true };
}

/** A shell pattern: literal characters, `any` for `?`, `many` for `*`. */
type Glob = readonly ({ readonly char: string } | 'any' | 'many')[];

function parsePattern(pattern: string): Glob | null {
  const glob: ({ char: string } | 'any' | 'many')[] = [];
  const chars = Array.from(pattern);
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    if (char === '*') {
      if (glob.at(-1) !== 'many') glob.push('many');
    } else if (char === '?') glob.push('any');
    else if (char === '\\') {
      const next = chars[at + 1] ?? '';
      if (next === '' || !'}/*?\\'.includes(next)) return null;
      glob.push({ char: next });
      at++;
    } else glob.push({ char });
  }
  return glob;
}

/** All lengths of a prefix of `chars` that the pattern matches, ascending. Time is the product of both lengths. */
function matchEnds(chars: readonly string[], glob: Glob): number[] {
  let reachable = new Set([0]);
  for (const part of glob) {
    const next = new Set<number>();
    if (part === 'many') {
      const first = Math.min(...reachable);
      for (let at = first; at <= chars.length; at++) next.add(at);
    } else {
      for (const at of reachable) {
        const char = chars[at];
        if (char !== undefined && (part === 'any' || part.char === char)) next.add(at + 1);
      }
    }
    if (next.size === 0) return [];
    reachable = next;
  }
  return [...reachable].sort((a, b) => a - b);
}
