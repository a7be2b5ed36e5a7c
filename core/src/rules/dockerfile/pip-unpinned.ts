import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type Preset } from '../../lint/index.ts';
import type { ShellWord } from '../../shell/index.ts';
import { hasOption } from '../shared/command-line.ts';
import { findPipInstalls } from '../shared/pip.ts';
import { onlyHadolint } from '../shared/views.ts';

const messages = {
  unpinned: '`{package}` has no version: tomorrow the same build installs another one. Write `{package}==…`.',
  repository: '`{package}` names no commit or tag: tomorrow the same build installs another one. Add `@…`.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/pip-unpinned',
  kind: 'practice',
  severity: 'info',
  refs: { hadolint: ['DL3013'], kics: ['unpinned_package_version_in_pip_install'] },
  title: 'Give the versions that pip installs',
  why: 'Without a version pip takes the newest one. A build of the same commit may then give another image next week, or fail.',
  source: 'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
  bad: 'FROM python:3.14\nRUN pip install flask\n',
  good: 'FROM python:3.14\nRUN pip install flask==3.1.2\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(_file: Dockerfile, ctx: Context): void {
  for (const { line } of findPipInstalls(ctx)) {
    // A list of requirements or constraints is where versions belong; `.` is the project, which has its own.
    if (hasOption(line, 'r', 'requirement', 'c', 'constraint', 'group')) continue;
    if (line.operands.some(({ value }) => value === '.')) continue;
    for (const word of [...line.operands, ...line.rest]) checkWord(word, ctx);
  }
}

function checkWord(word: ShellWord, ctx: Context): void {
  if (isPinned(word.value)) return;
  const presets = viewsOf(word);
  const message = isRepository(word.value) ? 'repository' : 'unpinned';
  ctx.report({ at: word.span, message, data: { package: word.value }, presets });
}

function isPinned(value: string): boolean {
  if (isRepository(value)) return value.replace(/^[^:]*:\/\/[^/]*/, '').includes('@');
  // A path, an address and `name @ address` all say what they mean.
  return /[=<>!~]|^@$/.test(value.replace(/\$\{[^}]*\}/g, '')) || value.includes('/') || localFile.test(value);
}

function isRepository(value: string): boolean {
  return /^(git|hg|svn|bzr)(\+[\w-]+)?:/.test(value);
}

const localFile = /\.(whl|zip|tar\.(gz|bz2|xz)|tgz)$/;

/** What a variable holds only a build knows; `.[dev]` is the project with extras. hadolint reports both. */
function viewsOf({ value, literal }: ShellWord): readonly Preset[] | undefined {
  return !literal || value.startsWith('.[') ? onlyHadolint : undefined;
}
