import { defineRule } from '../../lint/index.ts';
import { findCopySources, matchSource, type ContextListing, type CopySource } from '../../project/index.ts';
import { findExcluder } from '../shared/ignored-source.ts';

export default defineRule({
  id: 'dockerfile/copy-source-missing',
  kind: 'practice',
  severity: 'info',
  strict: 'warning',
  refs: {},
  title: 'Copy files that are there',
  why: 'A build stops where COPY or ADD finds nothing. A file that another step makes before the build may be missing here and still be right.',
  source: 'https://docs.docker.com/reference/dockerfile/#copy',
  bad: 'FROM alpine:3.23\nCOPY server.sj /srv/\n',
  good: 'FROM alpine:3.23\nCOPY server.js /srv/\n',
  beside: { 'server.js': '' },
  messages: { missing: 'There is no `{source}` in the build context.' },
  on: {
    dockerfile(file, ctx) {
      const { context } = ctx.knowledge;
      if (!context?.certain) return;
      const sources = findCopySources(file).filter(isPlain);
      const listing = sources.length > 0 ? context.listing() : undefined;
      if (!listing) return;
      for (const source of sources) {
        // What an ignore file excludes is told of by another rule.
        if (!isMissing(source, listing) || findExcluder(source, context)) continue;
        ctx.report({ at: source.span, message: 'missing', data: { source: source.written } });
      }
    },
  },
});

/** Variables may mean anything, and with `--parents` stars mean more than one folder. */
function isPlain({ path, variable }: CopySource): boolean {
  return path !== '' && !variable && !path.includes('**');
}

function isMissing(source: CopySource, listing: ContextListing): boolean {
  if (source.wildcard) return listing.unread.length === 0 && !matchSource(source, listing).exists;
  return listing.knows(source.path) && !listing.find(source.path);
}
