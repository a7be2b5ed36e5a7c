import { judgeOne, type IgnoreFile, type IgnoreVerdict } from '../ignore/index.ts';
import type { ContextFile, ContextListing } from './listing.ts';

/** Files, and what they weigh together in bytes. */
export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** What one pattern does in a context. */
export interface PatternEffect {
  /** True when it matches some file or folder at all, whatever other patterns say of it. */
  readonly matches: boolean;
  /** The files for which it has the last word: left out, or taken back by `!`. */
  readonly decides: Amount;
  /** The first of those. */
  readonly first: readonly string[];
}

/** What an ignore file does to a context. */
export interface ContextJudgement {
  readonly isExcluded: (path: string) => boolean;
  /** By the index of the pattern. */
  readonly effects: readonly PatternEffect[];
  readonly sent: Amount;
  readonly excluded: Amount;
}

/** As many names as fit into a box of hints. */
const mostNames = 8;

export function judgeContext({ patterns }: IgnoreFile, listing: ContextListing): ContextJudgement {
  const columns = patterns.map(({ path }) => listing.matches(path));
  const folders = new Map<number, IgnoreVerdict>();
  const excludedPaths = new Set<string>();
  const tallies = patterns.map(() => createTally());
  const [sent, excluded] = [createTally(), createTally()];
  listing.entries.forEach(({ path, parent, file }, entry) => {
    const verdict = judgeOne(patterns, (index) => columns[index]?.[entry] === 1, folders.get(parent));
    if (verdict.excluded) excludedPaths.add(path);
    if (file === null) folders.set(entry, verdict);
    else {
      (verdict.excluded ? excluded : sent).add(file);
      tallies[verdict.by]?.add(file);
    }
  });
  return {
    isExcluded: (path) => excludedPaths.has(path),
    effects: patterns.map(({ index }) => ({
      matches: columns[index]?.includes(1) === true,
      decides: tallies[index]?.amount() ?? { files: 0, bytes: 0 },
      first: tallies[index]?.names ?? [],
    })),
    sent: sent.amount(),
    excluded: excluded.amount(),
  };
}

function createTally() {
  const names: string[] = [];
  let files = 0;
  let bytes = 0;
  return {
    names,
    add({ path, size }: ContextFile): void {
      files++;
      bytes += size;
      if (names.length < mostNames) names.push(path);
    },
    amount: (): Amount => ({ files, bytes }),
  };
}
