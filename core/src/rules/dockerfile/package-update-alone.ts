import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { canBeContinued } from '../shared/cleaning.ts';
import { getLineEnding, isOpenEnded } from '../shared/lines.ts';
import { hasScratchMount } from '../shared/mounts.ts';
import { packageManagers, type PackageManager } from '../shared/packages.data.ts';
import { findPackageRuns, nameOf, spanOfCall, type PackageRun } from '../shared/packages.ts';

const messages = {
  alone:
    '`{command}` without an install in the same RUN is cached: a later install then asks for packages that are gone.',
  merge: 'Join with the RUN below',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/package-update-alone',
  kind: 'practice',
  severity: 'warning',
  refs: {
    cis: ['4.7'],
    bench134: ['4.7'],
    trivy: ['DS-0017'],
    checkov: ['CKV_DOCKER_5'],
    kics: ['update_instruction_alone'],
    dockle: ['CIS-DI-0007'],
  },
  title: 'Refresh the package lists in the RUN that installs',
  why: 'The builder keeps the layer with the lists as long as the line does not change. Weeks later an install further down uses these old lists, misses fixes, and fails once the servers have dropped what they name.',
  source: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  bad: 'FROM debian:12\nRUN apt-get update\nRUN apt-get install -y curl\n',
  good: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  for (const manager of Object.values(packageManagers)) {
    const runs = findPackageRuns(ctx.calls, manager);
    const byRun = new Map(runs.map((each) => [each.run, each]));
    for (const each of runs) {
      const update = each.packages.find(({ verb }) => manager.refreshes.has(verb.value));
      if (!update || !isAlone(each, update.call.index, manager)) continue;
      ctx.report({
        at: spanOfCall(update, ctx.text),
        message: 'alone',
        data: { command: nameOf(update) },
        fix: merge(each, byRun, { manager, file }),
      });
    }
  }
}

/** Nothing behind it uses the lists, and nothing is a script that might. */
function isAlone({ run, script, calls, packages }: PackageRun, updateAt: number, manager: PackageManager): boolean {
  if (!script.complete || manager.lists.some((folder) => hasScratchMount(run, folder))) return false;
  const idle = new Set(
    packages
      .filter(
        ({ verb }) => manager.refreshes.has(verb.value) || manager.removes.has(verb.value) || /clean/.test(verb.value),
      )
      .map(({ call }) => call.index),
  );
  const known = new Set(calls.filter(({ program }) => harmless.has(program)).map(({ index }) => index));
  return script.commands.every(
    ({ name }, index) => index <= updateAt || name === null || idle.has(index) || known.has(index),
  );
}

/** Programs that install nothing. */
const harmless = new Set(
  (
    ': [ add-apt-repository apt-add-repository apt-key awk break cat cd chmod chown cp curl cut date dpkg-reconfigure ' +
    'echo exit export false find gpg grep head install ldconfig ln locale-gen ls mkdir mv printf rm sed set sleep sort ' +
    'tee test touch tr true uname update-ca-certificates wget'
  ).split(' '),
);

interface Place {
  readonly manager: PackageManager;
  readonly file: Dockerfile;
}

/** Joins with the next RUN where both do the same in one shell as in two. */
function merge(
  each: PackageRun,
  byRun: ReadonlyMap<Instruction, PackageRun>,
  { manager, file }: Place,
): ReportedFix<Messages> | undefined {
  const next = findNext(each.run, file);
  const install = next && byRun.get(next);
  if (!next || !install?.packages.some(({ verb }) => manager.installs.has(verb.value))) return undefined;
  const isPlain = each.script.commands.length === each.packages.length && canBeJoined(each, file);
  if (!isPlain || !canBeJoined(install, file)) return undefined;
  const gap = { start: each.run.argsSpan.end, end: next.argsSpan.start };
  // A comment between them would be lost.
  if (file.text.slice(each.run.span.end, next.span.start).trim() !== '') return undefined;
  return { title: 'merge', edits: [replace(gap, ` ${file.escape}${getLineEnding(file.text)}    && `)] };
}

/** The instruction behind it; both of them stand by themselves, not behind ONBUILD. */
function findNext(run: Instruction, { instructions }: Dockerfile): Instruction | undefined {
  const at = findIndex(instructions, run.span.start);
  return instructions[at] === run ? instructions[at + 1] : undefined;
}

function findIndex(instructions: readonly Instruction[], offset: number): number {
  let low = 0;
  let high = instructions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((instructions[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function canBeJoined({ run, script }: PackageRun, file: Dockerfile): boolean {
  return (
    script.complete &&
    run.flags.length === 0 &&
    run.heredocs.length === 0 &&
    !run.json &&
    !isOpenEnded(run, file) &&
    run.script()?.commands.length === script.commands.length &&
    // `a && b; c` would go on with c when a fails.
    script.commands.every(({ after }) => after === null || after === '&&' || after === '|') &&
    canBeContinued(run)
  );
}
