import { foldersOf } from './clean-path.ts';
import { compilePattern } from './compile.ts';
import type { IgnoreMatcher, IgnorePattern, IgnoreVerdict } from './model.ts';

/** Compiles patterns once for any number of paths. The builder's own order of questions is kept. */
export function createMatcher(patterns: readonly IgnorePattern[]): IgnoreMatcher {
  const tests = patterns.map(({ path }) => compilePattern(path));
  const exceptions = patterns.filter(({ negated }) => negated);
  const heads = exceptions.map(({ index, path }) => ({ index, head: plainHead(path) }));
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
    mayReinclude: (folder, { by }) =>
      heads.some(({ index, head }) => index > by && (head.startsWith(`${folder}/`) || `${folder}/`.startsWith(head))),
  };
}

/**
 * The verdict on one path, of whose patterns `matches` knows which match it exactly. A pattern is asked only when its
 * answer could change something, and never where a folder around matched it.
 * What lies in a folder asks what matched there; of files nobody asks, so it is not written down for them.
 */
export function judgeOne(
  patterns: readonly IgnorePattern[],
  matches: (index: number) => boolean,
  folder: IgnoreVerdict | undefined,
  isFile = false,
): IgnoreVerdict {
  const matched = isFile ? nothing : new Uint8Array(patterns.length);
  let excluded = false;
  let by = -1;
  for (const { index, negated } of patterns) {
    const inherited = folder?.matched[index] === 1;
    if (!inherited && (negated !== excluded || !matches(index))) continue;
    if (!isFile) matched[index] = 1;
    if (excluded === negated) by = index;
    excluded = !negated;
  }
  return { excluded, by, matched };
}

const nothing = new Uint8Array(0);

/** The text before the first wildcard; in a plain path all of it, as something that may lie below. */
function plainHead(path: string): string {
  const at = path.search(/[*?\\[]/);
  return at < 0 ? `${path}/` : path.slice(0, at);
}
