import { defineRule } from '../../lint/index.ts';

export default defineRule({
  id: 'dockerignore/negation-without-effect',
  kind: 'practice',
  severity: 'info',
  refs: {},
  title: 'Take back only what was excluded above',
  why: 'A pattern with `!` makes an exception to the patterns above it. Where those exclude nothing of the kind, it does nothing.',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  bad: '!README.md\n*.md\n',
  good: '*.md\n!README.md\n',
  messages: {
    first: 'Nothing stands above this that it could take back.',
    nothing: 'Nothing in the build context is taken back by this.',
  },
  on: {
    dockerignore(file, ctx) {
      const { patterns } = file;
      const { context } = ctx.knowledge;
      const start = patterns.findIndex(({ negated }) => !negated);
      for (const { negated, index, span, path } of patterns) {
        if (!negated || path === '') continue;
        if (start < 0 || index < start) {
          ctx.report({ at: span, message: 'first' });
          continue;
        }
        const listing = context?.certain ? context.listing() : undefined;
        const effect = listing?.unread.length === 0 ? context?.judge(file)?.effects[index] : undefined;
        if (effect?.decides.files === 0) ctx.report({ at: span, message: 'nothing', severity: 'hint' });
      }
    },
  },
});
