import type { Instruction } from '../../dockerfile/index.ts';
import { parseIgnore } from '../../ignore/index.ts';
import { defineRule } from '../../lint/index.ts';
import { findCopySources, type BuildContext } from '../../project/index.ts';
import { listNames } from '../shared/name-list.ts';
import { findUnwanted } from '../shared/unwanted-files.ts';

export default defineRule({
  id: 'dockerfile/copy-context-root',
  kind: 'security',
  severity: 'info',
  refs: { cis: ['4.10'], bench134: ['4.10'] },
  title: 'Say in .dockerignore what a copy of everything leaves out',
  why: 'Copying the whole context takes the history of the repository, local settings and keys along, and every change in them makes the builder start over from there.',
  source: 'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  bad: 'FROM node:22.21-alpine\nCOPY . /srv\n',
  good: 'FROM node:22.21-alpine\nCOPY src /srv\n',
  beside: { '.env': 'KEY=1', '.git/HEAD': '', 'src/server.js': '' },
  messages: {
    named: 'This copies {files} too: nothing in `{ignore}` excludes them.',
    open: 'This copies the whole context, and `{ignore}` excludes none of {files}.',
    none: 'This copies the whole context, and there is no `.dockerignore` that leaves anything out.',
  },
  on: {
    dockerfile(file, ctx) {
      const { context } = ctx.knowledge;
      if (!context?.certain) return;
      const roots = findCopySources(file).filter(({ path }) => path === '');
      if (roots.length === 0) return;
      const ignore = context.ignoreName;
      // What will be named as soon as the files are known is not guessed before.
      if (context.lists && !context.listing()) return;
      const named = context.lists ? findUnwanted(context, context.ignore) : undefined;
      const paths = named ? named.map(({ path }) => path) : findUsual(context);
      for (const { span, instruction } of roots) {
        const files = listNames(withoutExcluded(paths, instruction));
        if (files === '') continue;
        if (named) ctx.report({ at: span, message: 'named', data: { files, ignore } });
        else if (context.ignore) ctx.report({ at: span, message: 'open', data: { files, ignore } });
        else ctx.report({ at: span, message: 'none' });
      }
    },
  },
});

/** `--exclude` is read as one more ignore file. */
function withoutExcluded(paths: readonly string[], { flags }: Instruction): readonly string[] {
  const patterns = flags.flatMap(({ name, value }) => (name === 'exclude' && value ? [value] : []));
  if (patterns.length === 0) return paths;
  const matcher = parseIgnore(patterns.join('\n')).matcher();
  return paths.filter((path) => !matcher.excludes(path));
}

/** Without a list of the files: what lies in most projects and in none of their images. */
function findUsual({ ignore }: BuildContext): string[] {
  const usual = ['.git', '.env'];
  const left = usual.filter((path) => ignore?.matcher().excludes(path) !== true);
  return left.length === usual.length ? left : [];
}
