import { parseIgnore, type IgnoreFile } from '../ignore/index.ts';
import { judgeContext, type ContextJudgement } from './judge-context.ts';
import { createListing, type ContextListing } from './listing.ts';

/** What is known of the files that a build of a Dockerfile gets to see. */
export interface BuildContext {
  /** The ignore file that counts, or null where there is none. */
  readonly ignore: IgnoreFile | null;
  /** How that file is called, or the one that would count: `.dockerignore`. */
  readonly ignoreName: string;
  /** False when it is only guessed which folder the build is started with. */
  readonly certain: boolean;
  /** True when somebody will list the files, if not now. */
  readonly lists: boolean;
  /** The files, as soon as somebody has listed them. Asking may start that; it never waits. */
  listing(): ContextListing | undefined;
  /** What an ignore file does to them, as far as that can be told in time; the last answer is remembered. */
  judge(ignore: IgnoreFile): ContextJudgement | undefined;
}

export interface ContextParts {
  readonly ignore?: IgnoreFile | null;
  readonly ignoreName?: string;
  readonly certain?: boolean;
  readonly listing?: () => ContextListing | undefined;
}

export function createContext({
  ignore = null,
  ignoreName = '.dockerignore',
  certain = true,
  listing,
}: ContextParts): BuildContext {
  let last: {
    readonly ignore: IgnoreFile;
    readonly listing: ContextListing;
    readonly judged: ContextJudgement | undefined;
  };
  return {
    ignore,
    ignoreName,
    certain,
    lists: listing !== undefined,
    listing: () => listing?.(),
    judge(asked) {
      const files = listing?.();
      if (!files) return undefined;
      if (last?.ignore !== asked || last.listing !== files) {
        last = { ignore: asked, listing: files, judged: judgeContext(asked, files) };
      }
      return last.judged;
    },
  };
}

/** A context of which every file is given, by path with its text; its ignore file is the one among them. */
export function contextOfFiles(files: Readonly<Record<string, string>>): BuildContext {
  const text = files['.dockerignore'];
  const listing = createListing(Object.entries(files).map(([path, { length }]) => ({ path, size: length })));
  return createContext({ ignore: text === undefined ? null : parseIgnore(text), listing: () => listing });
}
