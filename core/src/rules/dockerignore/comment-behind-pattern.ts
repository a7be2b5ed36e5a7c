import type { IgnorePattern } from '../../ignore/index.ts';
import { defineRule } from '../../lint/index.ts';
import { remove, replace, type Span, type TextEdit } from '../../text/index.ts';
import { getLineEnding } from '../shared/lines.ts';

export default defineRule({
  id: 'dockerignore/comment-behind-pattern',
  kind: 'practice',
  severity: 'warning',
  refs: {},
  title: 'Give a comment a line of its own',
  why: 'Only a line that begins with `#` is a comment. Anywhere else it belongs to the name, so the pattern matches nothing of what it is meant for.',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  bad: 'node_modules # made by npm\n',
  good: '# made by npm\nnode_modules\n',
  messages: {
    behind: 'This is no comment but part of the pattern.',
    indented: 'This is no comment but a pattern: the `#` is not the first character of its line.',
    move: 'Put the comment above',
    unindent: 'Remove the white space before it',
  },
  on: {
    pattern(pattern, ctx) {
      const { span } = pattern;
      if (pattern.raw.startsWith('#')) {
        const fix = { title: 'unindent', edits: [removeIndent(ctx.text, span)], safe: false } as const;
        ctx.report({ at: span, message: 'indented', fix });
        return;
      }
      const at = findComment(pattern);
      if (at === undefined || ctx.knowledge.context?.listing()?.matches(pattern.path).first()) return;
      const comment = { start: span.start + at, end: span.end };
      const fix = { title: 'move', edits: [moveUp(ctx.text, pattern, comment)], safe: false } as const;
      ctx.report({ at: comment, message: 'behind', fix });
    },
  },
});

/** Where a `#` stands behind a blank, with another blank or words behind it. */
function findComment({ raw }: IgnorePattern): number | undefined {
  const at = raw.search(/[ \t]#/);
  return at > 0 ? at + 1 : undefined;
}

function removeIndent(text: string, { start }: Span): TextEdit {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return remove({ start: Math.max(line, text.startsWith('\uFEFF') ? 1 : 0), end: start });
}

function moveUp(text: string, { span }: IgnorePattern, comment: Span): TextEdit {
  const pattern = text.slice(span.start, comment.start).trimEnd();
  const indent = removeIndent(text, span).span.start;
  const above = text.slice(comment.start, comment.end);
  return replace({ start: indent, end: span.end }, `${above}${getLineEnding(text)}${pattern}`);
}
