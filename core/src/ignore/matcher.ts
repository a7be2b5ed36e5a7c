import { foldersOf } from './clean-path.ts';
import { compilePattern } from './compile.ts';
import type { IgnorePattern } from './model.ts';

/** What the patterns say of one file or folder. */
export interface IgnoreVerdict {
  readonly excluded: boolean;
  /** Index of the pattern that spoke last; -1 when none did. */
  readonly by: number;
  /** For each pattern 1 when it matched here or in a folder around; what lies below goes on from it. */
  readonly matched: Uint8Array;
}

/** Paths are relative to the context's root, with `/` between folders and none at the ends. */
export interface IgnoreMatcher {
  /** True when a build does not get this file; for a folder, unless something in it is taken back. */
  excludes(path: string): boolean;
  judge(path: string): IgnoreVerdict;
  /** The same for what lies directly in a folder that was judged already. */
  judgeBelow(path: string, folder: IgnoreVerdict | undefined): IgnoreVerdict;
  /** False when no `!` pattern can take back anything below a folder. */
  mayReinclude(folder: string): boolean;
}

/** Compiles patterns once for any number of paths. The builder's own order of questions is kept. */
export function createMatcher(patterns: readonly IgnorePattern[]): IgnoreMatcher {
  const tests = patterns.map(({ path }) => compilePattern(path));
  const heads = patterns.filter(({ negated }) => negated).map(({ path }) => plainHead(path));
  const judgeBelow: IgnoreMatcher['judgeBelow'] = (path, folder) =>
    judgeOne(patterns, (index) => tests[index]?.(path) === true, folder);
  const judge = (path: string): IgnoreVerdict => {
    let verdict: IgnoreVerdict | undefined;
    for (const folder of foldersOf(path)) verdict = judgeBelow(folder, verdict);
    return judgeBelow(path, verdict);
  };
  return {
    judge,
    judgeBelow,
    excludes: (path) => judge(path).excluded,
    mayReinclude: (folder) => heads.some((head) => head.startsWith(`${folder}/`) || `${folder}/`.startsWith(head)),
  };
}

/**
 * The verdict on one path, of whose patterns `matches` knows which match it exactly. A pattern is asked only when its
 * answer could change something, and never where a folder around matched it.
 */
export function judgeOne(
  patterns: readonly IgnorePattern[],
  matches: (index: number) => boolean,
  folder: IgnoreVerdict | undefined,
): IgnoreVerdict {
  const matched = new Uint8Array(patterns.length);
  let excluded = false;
  let by = -1;
  for (const { index, negated } of patterns) {
    const inherited = folder?.matched[index] === 1;
    if (!inherited && (negated !== excluded || !matches(index))) continue;
    matched[index] = 1;
    if (excluded === negated) by = index;
    excluded = !negated;
  }
  return { excluded, by, matched };
}

/** The text before the first wildcard; in a plain path all of it, as something that may lie below. */
function plainHead(path: string): string {
  const at = path.search(/[*?\\[]/);
  return at < 0 ? `${path}/` : path.slice(0, at);
}
