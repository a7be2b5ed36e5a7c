import type { IgnorePattern } from '../../ignore/index.ts';
import { defineRule, type IgnoreContext } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';

const messages = {
  outside: 'This lies outside the build context, of which patterns cannot speak.',
  root: 'This is the context itself, which cannot be excluded: write `*` for all that lies in it.',
  backslash: 'A backslash does not part folders here: it takes the next character as it is.',
  slashes: 'Write `/` instead',
} as const;
type Context = IgnoreContext<typeof messages>;

export default defineRule({
  id: 'dockerignore/pattern-never-matches',
  kind: 'practice',
  severity: 'warning',
  refs: {},
  title: 'Write patterns that can match something',
  why: 'Paths in an ignore file start at the root of the build context and are parted by `/`, on Windows too. What is written otherwise is accepted and excludes nothing.',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  bad: '../secrets\nbuild\\temp\n',
  good: 'secrets\nbuild/temp\n',
  messages,
  on: {
    dockerignore(file, ctx) {
      const refused = new Set(file.problems.map(({ span }) => span.start));
      for (const pattern of file.patterns) if (!refused.has(pattern.span.start)) checkPattern(pattern, ctx);
    },
  },
});

function checkPattern({ path, pathSpan, span, negated }: IgnorePattern, ctx: Context): void {
  if (path.startsWith('../') || path === '..') ctx.report({ at: span, message: 'outside' });
  else if ((path === '/' || path === '.') && !negated) ctx.report({ at: span, message: 'root' });
  else if (/\\[A-Za-z0-9]/.test(path)) {
    const edits = [replace(pathSpan, ctx.text.slice(pathSpan.start, pathSpan.end).replaceAll('\\', '/'))];
    ctx.report({ at: span, message: 'backslash', fix: { title: 'slashes', edits, safe: false } });
  }
}
