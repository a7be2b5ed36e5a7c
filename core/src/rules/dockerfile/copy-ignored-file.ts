import { createLineIndex } from '../../text/index.ts';
import { defineRule } from '../../lint/index.ts';
import { findCopySources } from '../../project/index.ts';
import { findExcluder } from '../shared/ignored-source.ts';

export default defineRule({
  id: 'dockerfile/copy-ignored-file',
  kind: 'practice',
  severity: 'warning',
  refs: { buildkit: ['CopyIgnoredFile'] },
  title: 'Copy only what the ignore file lets into the build',
  why: 'What `.dockerignore` excludes is never sent to the builder, so the instruction finds nothing there and the build stops, or copies less than it seems to.',
  source: 'https://docs.docker.com/reference/build-checks/copy-ignored-file/',
  bad: 'FROM alpine:3.23\nCOPY notes.md /srv/\n',
  good: 'FROM alpine:3.23\nCOPY README.md /srv/\n',
  beside: { '.dockerignore': '*.md\n!README.md\n', 'notes.md': '', 'README.md': '' },
  messages: {
    ignored: '`{source}` does not reach the build: line {line} of `{file}` excludes it with `{pattern}`.',
  },
  on: {
    dockerfile(file, ctx) {
      const { context } = ctx.knowledge;
      if (!context?.ignore || context.ignore.patterns.length === 0) return;
      for (const source of findCopySources(file)) {
        const pattern = findExcluder(source, context);
        if (!pattern) continue;
        const line = createLineIndex(context.ignore.text).positionAt(pattern.span.start).line + 1;
        const data = { source: source.written, line: String(line), file: context.ignoreName, pattern: pattern.raw };
        ctx.report({ at: source.span, message: 'ignored', data });
      }
    },
  },
});
