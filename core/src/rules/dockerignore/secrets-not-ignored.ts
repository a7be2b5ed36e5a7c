import { defineRule } from '../../lint/index.ts';
import type { Span } from '../../text/index.ts';
import { appendLines } from '../shared/ignore-lines.ts';
import { listNames } from '../shared/name-list.ts';
import { findUnwanted } from '../shared/unwanted-files.ts';

export default defineRule({
  id: 'dockerignore/secrets-not-ignored',
  kind: 'security',
  severity: 'info',
  refs: { cis: ['4.10'], bench134: ['4.10'] },
  title: 'Exclude credentials and the history of the repository',
  why: 'What is not excluded is sent to the builder, and one `COPY . .` puts it into the image, where it stays for whoever gets that.',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  bad: 'node_modules\n',
  good: 'node_modules\n.env\n.git\n',
  beside: { '.env': 'KEY=1', '.git/HEAD': '', 'server.js': '' },
  messages: {
    sent: 'Nothing here excludes {files}.',
    add: 'Exclude {patterns}',
  },
  on: {
    dockerignore(file, ctx) {
      const { context } = ctx.knowledge;
      const unwanted = context?.certain ? findUnwanted(context, file, ['.git']) : [];
      if (unwanted.length === 0) return;
      const patterns = [...new Set(unwanted.map(({ pattern }) => pattern))];
      const edits = [appendLines(file.text, patterns)];
      ctx.report({
        at: firstLine(file.text),
        message: 'sent',
        data: { files: listNames(unwanted.map(({ path }) => path)) },
        fix: { title: 'add', data: { patterns: listNames(patterns) }, edits, safe: false },
      });
    },
  },
});

function firstLine(text: string): Span {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return { start, end: start + (/^[^\r\n]*/.exec(text.slice(start, start + 200))?.[0].length ?? 0) };
}
