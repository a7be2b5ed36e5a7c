import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall, type Preset } from '../../lint/index.ts';
import type { ShellWord } from '../../shell/index.ts';
import { hasOption, optionTable, readCommandLine } from '../shared/command-line.ts';
import { notHadolint, onlyHadolint } from '../shared/views.ts';

const messages = {
  unpinned: '`{package}` has no version: tomorrow the same build installs another one. Write `{package}@…`.',
  repository: '`{package}` names no commit or tag: tomorrow the same build installs another one. Add `#…`.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/npm-unpinned',
  kind: 'practice',
  severity: 'info',
  refs: { hadolint: ['DL3016'], kics: ['npm_install_without_pinned_version'] },
  title: 'Give the versions of packages that npm installs by name',
  why: 'Without a version npm takes the newest one. A build of the same commit may then give another image next week, or fail. What stands in `package.json` and its lock file has a version already.',
  source: 'https://docs.npmjs.com/cli/commands/npm-install',
  bad: 'FROM node:24\nRUN npm install -g serve\n',
  good: 'FROM node:24\nRUN npm install -g serve@14.2.5\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(_file: Dockerfile, ctx: Context): void {
  for (const call of ctx.calls.of('npm', 'pnpm', 'yarn', 'bun')) {
    const line = readCommandLine(call.args, options);
    const packages = findPackages(call, line.operands, hasOption(line, 'g', 'global', 'location'));
    for (const word of packages) checkWord(word, call, ctx);
  }
}

const options = optionTable(
  'registry prefix cache loglevel omit include w workspace userconfig globalconfig fetch-retries fetch-timeout ' +
    'fetch-retry-mintimeout fetch-retry-maxtimeout script-shell location tag save-prefix scope otp cafile ca proxy ' +
    'https-proxy noproxy C dir filter store-dir cwd modules-folder cache-folder global-folder network-timeout ' +
    'network-concurrency global-dir global-bin-dir reporter install-strategy cpu os libc python before',
);

/** The words behind `npm install`, `pnpm add -g`, `yarn global add` and `bun add -g`. */
function findPackages(
  { program }: PlacedCall,
  operands: readonly ShellWord[],
  isGlobal: boolean,
): readonly ShellWord[] {
  const [first, second] = operands.map(({ value }) => value);
  if (program === 'npm') return /^(install|i|in|ins|add)$/.test(first ?? '') ? operands.slice(1) : [];
  if (program === 'yarn') return first === 'global' && second === 'add' ? operands.slice(2) : [];
  // Without -g the package and its version go into files of the project.
  return isGlobal && /^(add|install|i)$/.test(first ?? '') ? operands.slice(1) : [];
}

function checkWord(word: ShellWord, call: PlacedCall, ctx: Context): void {
  if (isPinned(word.value)) return;
  const message = isRepository(word.value) ? 'repository' : 'unpinned';
  ctx.report({ at: word.span, message, data: { package: word.value }, presets: viewsOf(word, call) });
}

function isPinned(value: string): boolean {
  if (isRepository(value) || isShorthand(value)) return value.includes('#');
  if (/\.(tar|tar\.gz|tgz)$/.test(value) || /^(\.{0,2}|~)\//.test(value) || /^(file:|https?:|\.{1,2}$)/.test(value))
    return true;
  return value.slice(1).includes('@');
}

function isRepository(value: string): boolean {
  return /^(git(\+[a-z]+)?:|github:|gitlab:|bitbucket:|git@)/.test(value);
}

/** `user/repository` is taken from GitHub; a scope begins with `@`. */
function isShorthand(value: string): boolean {
  return /^\w[\w.-]*\/[\w.-]+(#.*)?$/.test(value);
}

/** hadolint knows `npm install` only, and does not care what a variable may hold. */
function viewsOf({ literal }: ShellWord, { program, args }: PlacedCall): readonly Preset[] | undefined {
  const isKnownToPeer = program === 'npm' && args.some(({ value }) => value === 'install');
  if (!literal) return isKnownToPeer ? onlyHadolint : [];
  return isKnownToPeer ? undefined : notHadolint;
}
