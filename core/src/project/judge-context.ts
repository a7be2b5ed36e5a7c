import { judgeOne, type IgnoreFile, type IgnoreVerdict } from '../ignore/index.ts';
import type { ContextEntry, ContextFile, ContextListing } from './listing.ts';

/** Files, and what they weigh together in bytes. */
export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** What one pattern does in a context. */
export interface PatternEffect {
  /** True when it matches some file or folder at all, whatever other patterns say of it. */
  matches(): boolean;
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

/** More questions than this are not answered while somebody types. */
const mostQuestions = 20_000_000;

/** Undefined where patterns and files are too many. */
export function judgeContext(ignore: IgnoreFile, listing: ContextListing): ContextJudgement | undefined {
  const { patterns } = ignore;
  if (patterns.length * listing.entries.length > mostQuestions) return undefined;
  const answers = patterns.map(({ path }) => listing.matches(path));
  const excludedPaths = new Set<string>();
  const tallies = patterns.map(() => createTally());
  const [sent, excluded] = [createTally(), createTally()];
  eachVerdict(ignore, listing, (entry, verdict) => {
    if (verdict.excluded) excludedPaths.add(entry.path);
    if (!entry.file) return;
    (verdict.excluded ? excluded : sent).add(entry.file);
    tallies[verdict.by]?.add(entry.file);
  });
  return {
    isExcluded: (path) => excludedPaths.has(path),
    effects: tallies.map((tally, index) => ({
      matches: () => answers[index]?.first() !== undefined,
      decides: tally.amount(),
      first: tally.names,
    })),
    sent: sent.amount(),
    excluded: excluded.amount(),
  };
}

/** What lies in an excluded folder is asked about only if something in it could be taken back. */
function eachVerdict(
  ignore: IgnoreFile,
  listing: ContextListing,
  visit: (entry: ContextEntry, verdict: IgnoreVerdict) => void,
): void {
  const matcher = ignore.matcher();
  const answers = ignore.patterns.map(({ path }) => listing.matches(path));
  const folders = new Map<number, { readonly verdict: IgnoreVerdict; readonly final: boolean }>();
  listing.entries.forEach((entry, at) => {
    const around = folders.get(entry.parent);
    const verdict = around?.final
      ? around.verdict
      : judgeOne(ignore.patterns, (index) => answers[index]?.has(at) === true, around?.verdict, entry.file !== null);
    if (!entry.file) {
      const final = around?.final === true || (verdict.excluded && !matcher.mayReinclude(entry.path, verdict));
      folders.set(at, { verdict, final });
    }
    visit(entry, verdict);
  });
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
