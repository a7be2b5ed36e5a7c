import type { IgnorePattern } from '../../ignore/index.ts';
import { defineRule } from '../../lint/index.ts';
import type { ContextEntry, ContextListing } from '../../project/index.ts';
import { findSecretFile } from '../shared/secret-files.ts';

export default defineRule({
  id: 'dockerignore/unmatched-pattern',
  kind: 'practice',
  severity: 'hint',
  refs: {},
  title: 'Check patterns that match nothing',
  why: 'A pattern that matches nothing is often misspelt, or was written for a folder that lies elsewhere. Unlike in `.gitignore`, `temp` means only what lies at the root: write `**/temp` for any folder.',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  bad: 'temp\n',
  good: '**/temp\n',
  beside: { 'src/temp/a.txt': '' },
  messages: {
    unmatched: 'Nothing in the build context is called this.',
    deeper: 'This matches only at the root, where nothing is called so; `{path}` is. Write `**/{name}` for any folder.',
  },
  on: {
    dockerignore(file, ctx) {
      const { context } = ctx.knowledge;
      const listing = context?.certain ? context.listing() : undefined;
      const judged = listing?.unread.length === 0 ? context?.judge(file) : undefined;
      if (!listing || !judged) return;
      const refused = new Set(file.problems.map((problem) => problem.span.start));
      for (const pattern of file.patterns) {
        const { index, path, span } = pattern;
        if (judged.effects[index]?.matches() !== false || refused.has(span.start) || !isAsked(pattern)) continue;
        const deeper = findDeeper(path, listing);
        if (deeper) ctx.report({ at: span, message: 'deeper', data: { path: deeper.path, name: path } });
        else ctx.report({ at: span, message: 'unmatched' });
      }
    },
  },
});

/** Keeping keys out is right before there are any, and exceptions are told of by another rule. */
function isAsked({ negated, path }: IgnorePattern): boolean {
  if (negated || path === '') return false;
  return !findSecretFile(path.replace(/\.?[*?]+/g, '')) && !findSecretFile(path);
}

/** What a plain path would match if it were not bound to the root. */
function findDeeper(path: string, listing: ContextListing): ContextEntry | undefined {
  return /[*?[\\]/.test(path) ? undefined : listing.matches(`**/${path}`).first();
}
