import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall, type ReportedFix } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { cachingTools, type CachingTool } from '../shared/cache-mounts.data.ts';
import { removesAny } from '../shared/cleaning.ts';
import { isRoot } from '../shared/images.ts';
import { findScratchFolders } from '../shared/mounts.ts';
import { getSections } from '../shared/stages.ts';

const messages = {
  again: 'Each build downloads anew what `{command}` fetches: keep it in a cache mount on {folders}.',
  mount: 'Add a cache mount',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/package-cache-mount',
  kind: 'practice',
  severity: 'off',
  strict: 'hint',
  refs: {
    tally: [
      'prefer-package-cache-mounts',
      'js/node-gyp-cache-mounts',
      'ruby/prefer-bundler-cache-mount',
      'ruby/prefer-gemfile-bind-mounts',
      'ruby/prefer-network-none-install',
    ],
  },
  title: 'Keep downloads between builds in a cache mount',
  why: 'A changed line runs the step anew, and with it every download. A cache mount outlives the step and stays out of the image. The images of Debian and Ubuntu throw away what apt downloads unless /etc/apt/apt.conf.d/docker-clean is removed.',
  source: 'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
  bad: 'FROM node:22.21-alpine\nCOPY package*.json ./\nRUN npm ci\n',
  good: 'FROM node:22.21-alpine\nCOPY package*.json ./\nRUN --mount=type=cache,target=/root/.npm npm ci\n',
  messages,
  on: { dockerfile: checkFile },
});

interface Uncached {
  readonly tool: CachingTool;
  readonly command: string;
}

function checkFile(file: Dockerfile, ctx: Context): void {
  const byRun = new Map<Instruction, Uncached[]>();
  for (const tool of cachingTools) {
    const judged = new Set<Instruction>();
    for (const call of ctx.calls.of(...tool.programs)) {
      const command = judged.has(call.run) ? undefined : findDownload(call, tool);
      if (command === undefined) continue;
      judged.add(call.run);
      if (isMounted(call.run, tool) || isCleanedUp(ctx.calls.in(call.run)?.calls ?? [], tool)) continue;
      const found = byRun.get(call.run);
      if (found) found.push({ tool, command });
      else byRun.set(call.run, [{ tool, command }]);
    }
  }
  if (byRun.size === 0) return;
  const runsAsRoot = findRootRuns(file);
  for (const [run, found] of byRun) report(run, found, { runsAsRoot, ctx });
}

/** A step that removes what it downloaded keeps the image small in its own way, and would empty the cache. */
function isCleanedUp(calls: readonly PlacedCall[], { programs, folders, others = [] }: CachingTool): boolean {
  return calls.some(
    (call) =>
      removesAny(call, [...folders, ...others]) ||
      (programs.includes(call.program) &&
        call.args.some(({ value }) => /^(?:clean|distclean|dist-clean|cc)$/.test(value))),
  );
}

/** `npm ci`; options may stand in front of the verb, and `yarn` alone installs. */
function findDownload({ program, args, script }: PlacedCall, { verbs, without }: CachingTool): string | undefined {
  if (!script.complete || args.some(({ value }) => without?.test(value))) return undefined;
  const verb = args.find(
    ({ value }, index) => !value.startsWith('-') && !optionsWithValue.has(args[index - 1]?.value ?? ''),
  );
  if (!verb) return program.startsWith('yarn') && args.length === 0 ? program : undefined;
  return verb.literal && verbs.test(verb.value) ? `${program} ${verb.value}` : undefined;
}

/** The word behind one of these in front of the verb is its value. */
const optionsWithValue = new Set([
  '-o',
  '-t',
  '-c',
  '-C',
  '-d',
  '-e',
  '-f',
  '--prefix',
  '--cwd',
  '--enablerepo',
  '--setopt',
]);

function isMounted(run: Instruction, { folders, others = [] }: CachingTool): boolean {
  const mounts = findScratchFolders(run).map((folder) => folder.replace(/\/+$/, ''));
  // A variable in the target, or a home folder of another user, is the author's decision.
  const isOwn = mounts.some((folder) => folder.includes('$') || folder.startsWith('/home/'));
  return (
    isOwn || [...folders, ...others].some((folder) => mounts.some((mount) => `${folder}/`.startsWith(`${mount}/`)))
  );
}

interface Place {
  readonly runsAsRoot: (run: Instruction) => boolean;
  readonly ctx: Context;
}

function report(run: Instruction, found: readonly Uncached[], { runsAsRoot, ctx }: Place): void {
  const [first] = found;
  if (!first) return;
  ctx.report({
    at: run.keywordSpan,
    message: 'again',
    data: { command: first.command, folders: first.tool.folders.join(', ') },
    fix: runsAsRoot(run) ? addMounts(run, found) : undefined,
  });
}

function addMounts(run: Instruction, found: readonly Uncached[]): ReportedFix<Messages> {
  const mounts = found.flatMap(({ tool }) =>
    tool.folders.map((folder) => ` --mount=type=cache,target=${folder}${tool.isLocked ? ',sharing=locked' : ''}`),
  );
  return { title: 'mount', edits: [insert(run.keywordSpan.end, mounts.join(''))], safe: false };
}

/** The folders of another user than root lie elsewhere. */
function findRootRuns(file: Dockerfile): (run: Instruction) => boolean {
  const since = new Map<number | null, number>();
  for (const { stage, instructions } of getSections(file)) {
    const isInherited = stage?.base.kind === 'stage' && since.has(stage.base.stage.index);
    const user = instructions.find(({ keyword, args }) => keyword === 'USER' && !isRoot(args[0]?.value ?? 'root'));
    const from = isInherited ? stage.from : user;
    if (from) since.set(stage?.index ?? null, from.span.start);
  }
  return ({ stage, span }) => span.start < (since.get(stage) ?? Infinity);
}
