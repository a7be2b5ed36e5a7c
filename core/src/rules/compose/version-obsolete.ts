import { removeEntry, type ComposeFile } from '../../compose/index.ts';
import { defineRule, type ComposeContext } from '../../lint/index.ts';

const messages = {
  obsolete: 'Compose ignores `version` and says so on every run.',
  remove: 'Remove `version`',
} as const;

export default defineRule({
  id: 'compose/version-obsolete',
  kind: 'style',
  severity: 'hint',
  refs: { dclint: ['no-version-field'] },
  tag: 'deprecated',
  title: 'Leave out the version of the file',
  why: 'Compose reads every file by the current specification, whatever number stands there, and prints a warning about it.',
  source: 'https://docs.docker.com/reference/compose-file/version-and-name/#version-top-level-element-obsolete',
  bad: 'version: "3.8"\n\nservices:\n  web:\n    image: nginx:1.29\n',
  good: 'services:\n  web:\n    image: nginx:1.29\n',
  messages,
  on: { compose: check },
});

function check(file: ComposeFile, ctx: ComposeContext<typeof messages>): void {
  const entry = file.root?.entries.find(({ key }) => key === 'version');
  if (!entry) return;
  const edits = removeEntry(ctx.file, file.root, entry);
  ctx.report({ at: entry.span, message: 'obsolete', fix: edits && { title: 'remove', edits } });
}
