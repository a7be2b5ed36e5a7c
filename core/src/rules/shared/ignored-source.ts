import type { IgnoreFile, IgnorePattern, IgnoreVerdict } from '../../ignore/index.ts';
import { matchSource, type BuildContext, type CopySource } from '../../project/index.ts';

/** The pattern that leaves a source out of the build altogether; undefined where something of it is sent. */
export function findExcluder(source: CopySource, context: BuildContext): IgnorePattern | undefined {
  const { ignore } = context;
  if (!ignore || source.path === '') return undefined;
  const verdict = ignore.matcher().judge(source.path);
  if (!verdict.excluded) return undefined;
  const isOut = isAllExcluded(source, context, ignore) ?? !mayBeTakenBack(source, ignore, verdict);
  return isOut ? ignore.patterns[verdict.by] : undefined;
}

/** Undefined where the files that a source means are not known. */
function isAllExcluded(source: CopySource, context: BuildContext, ignore: IgnoreFile): boolean | undefined {
  const listing = context.certain ? context.listing() : undefined;
  const judged = listing?.knows(source.path) ? context.judge(ignore) : undefined;
  const files = listing && judged ? matchSource(source, listing).files : [];
  return files.length > 0 && judged ? files.every(({ path }) => judged.isExcluded(path)) : undefined;
}

/** Without the files themselves, a `!` pattern that could mean something in the source leaves room for doubt. */
function mayBeTakenBack({ path, wildcard }: CopySource, ignore: IgnoreFile, verdict: IgnoreVerdict): boolean {
  return wildcard ? ignore.patterns.some(({ negated }) => negated) : ignore.matcher().mayReinclude(path, verdict);
}
