import type { IgnoreFile, IgnorePattern } from '../../ignore/index.ts';
import { defineRule } from '../../lint/index.ts';
import { createLineNumbers, removeLine } from '../shared/ignore-lines.ts';

export default defineRule({
  id: 'dockerignore/duplicate-pattern',
  kind: 'style',
  severity: 'info',
  refs: {},
  title: 'Write a pattern once',
  why: 'The second of two equal patterns changes nothing, and whoever changes one of them later forgets the other.',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  bad: 'node_modules\n*.log\n/node_modules/\n',
  good: 'node_modules\n*.log\n',
  messages: {
    duplicate: 'Line {line} says the same.',
    remove: 'Remove this line',
  },
  tag: 'unnecessary',
  on: {
    dockerignore(file, ctx) {
      const lineOf = createLineNumbers(file);
      for (const { pattern, first } of findDuplicates(file)) {
        const fix = { title: 'remove', edits: [removeLine(file.text, pattern)] } as const;
        ctx.report({ at: pattern.span, message: 'duplicate', data: { line: lineOf(first) }, fix });
      }
    },
  },
});

/** Between the two nothing may say otherwise, or the second has something to do. */
function findDuplicates({ patterns }: IgnoreFile): { pattern: IgnorePattern; first: IgnorePattern }[] {
  const seen = new Map<string, IgnorePattern>();
  let negated = false;
  return patterns.flatMap((pattern) => {
    if (pattern.negated !== negated) seen.clear();
    negated = pattern.negated;
    const first = seen.get(pattern.path);
    if (!first) seen.set(pattern.path, pattern);
    return first ? [{ pattern, first }] : [];
  });
}
