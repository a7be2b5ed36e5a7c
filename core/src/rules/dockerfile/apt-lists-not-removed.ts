import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { appendCommand, removesAny } from '../shared/cleaning.ts';
import { createSight, hasWord, viewsOf } from '../shared/hadolint.ts';
import { findScratchFolders, hasScratchMount } from '../shared/mounts.ts';
import { packageManagers } from '../shared/packages.data.ts';
import { findPackageRuns, spanOfCall, type PackageCall, type PackageRun } from '../shared/packages.ts';
import { findShipped } from '../shared/stages.ts';

const messages = {
  left: 'The package lists that `{command}` fetches stay in this layer: remove /var/lib/apt/lists in the same RUN.',
  append: 'Remove the package lists at the end of this RUN',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/apt-lists-not-removed',
  kind: 'practice',
  severity: 'info',
  refs: {
    hadolint: ['DL3009'],
    kics: ['apt_get_install_lists_were_not_deleted'],
    semgrep: ['remove-package-lists', 'remove-package-cache'],
    dockle: ['DKL-DI-0005'],
  },
  title: 'Remove the package lists in the RUN that fetched them',
  why: 'The lists are tens of megabytes that no container needs. Removing them in a later instruction only hides them: the layer that holds them is already written.',
  source: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl\n',
  good: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
  messages,
  on: { dockerfile: checkFile },
});

const lists = '/var/lib/apt/lists';

function checkFile(file: Dockerfile, ctx: Context): void {
  const runs = findPackageRuns(ctx.calls, packageManagers.apt);
  if (runs.length === 0) return;
  const isShipped = findShipped(file);
  const isUsed = findUsedForHadolint(file);
  const forgets = createForgetting();
  // One RUN that installs from the lists of an earlier one would fail if a fix removed them there.
  const areListsShared = runs.some(
    ({ run, packages }) => isShipped(run) && packages.find(isUpdateOrInstall)?.verb.value === 'install',
  );
  for (const aptRun of runs) {
    const update = aptRun.packages.findLast(({ verb }) => verb.value === 'update');
    if (!update) continue;
    const ours = isShipped(aptRun.run) && !hasScratchMount(aptRun.run, lists) && !isCleanedUp(aptRun);
    const presets = viewsOf(ours, isUsed(aptRun.run) && forgets(aptRun));
    if (presets?.length === 0) continue;
    ctx.report({
      at: spanOfCall(update, ctx.text),
      message: 'left',
      data: { command: `${update.call.program} update` },
      fix: ours && !areListsShared ? appendRemoval(aptRun, update, file) : undefined,
      presets,
    });
  }
}

function isUpdateOrInstall({ verb }: PackageCall): boolean {
  return verb.value === 'update' || verb.value === 'install';
}

/** Only what runs behind the last apt call that fetches or reads the lists counts as cleaning up. */
function isCleanedUp({ script, packages, calls, run }: PackageRun): boolean {
  const last = packages.findLast(isUpdateOrInstall)?.call.index ?? -1;
  const cleans = calls.some(
    (call) =>
      call.index > last &&
      (removesAny(call, [lists]) ||
        (call.program.startsWith('apt') && call.args.some(({ value }) => /^dist-?clean$/.test(value)))),
  );
  return cleans || (!script.complete && run.code.lastIndexOf('/var/lib/apt') > run.code.lastIndexOf(' update'));
}

function appendRemoval(aptRun: PackageRun, update: PackageCall, file: Dockerfile): ReportedFix<Messages> | undefined {
  const installs = aptRun.packages.some(({ verb, call }) => verb.value === 'install' && call.index > update.call.index);
  const removal = `${update.call.elevated ? 'sudo ' : ''}rm -rf ${lists}/*`;
  const edit = installs ? appendCommand(aptRun, removal, file) : undefined;
  return edit && { title: 'append', edits: [edit] };
}

/** For hadolint any `rm -rf` in the RUN cleans up, before the update too; and it wants mounts for both folders of apt. */
function createForgetting(): (aptRun: PackageRun) => boolean {
  const isSeen = createSight();
  return ({ run, script, calls }) => {
    const seen = calls.filter(isSeen);
    const mounts = findScratchFolders(run);
    const hasMount = (folder: string): boolean => mounts.some((target) => target.startsWith(folder));
    return (
      script.complete &&
      seen.some(({ program, args }) => program === 'apt-get' && hasWord(args, ['update'])) &&
      !seen.some(({ program, args }) => program === 'rm' && hasWord(args, ['-rf', `${lists}/*`])) &&
      !hasMount(lists) &&
      !(hasMount('/var/lib/apt') && hasMount('/var/cache/apt'))
    );
  };
}

/** For hadolint the last stage counts, every one with the very same FROM, and every one that another is built upon. */
function findUsedForHadolint({ stages }: Dockerfile): (run: Instruction) => boolean {
  const last = stages.at(-1)?.from.code;
  const used = new Set<number | null>(stages.flatMap(({ base }) => (base.kind === 'stage' ? [base.stage.index] : [])));
  for (const { index, from } of stages) if (from.code === last) used.add(index);
  return ({ stage }) => stages.length === 0 || used.has(stage);
}
