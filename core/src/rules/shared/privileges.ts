import type { Instruction, Stage } from '../../dockerfile/index.ts';
import { findCall, type ShellWord } from '../../shell/index.ts';
import { isRoot } from './images.ts';
import { findLast } from './stages.ts';

/** True when the start command itself changes to another user, as `gosu app` does. */
export function startsAsOtherUser(lineage: readonly Stage[]): boolean {
  return (['ENTRYPOINT', 'CMD'] as const).some((keyword) => {
    const start = findLast(lineage, keyword);
    return start !== undefined && userChangers.test(start.code);
  });
}

const userChangers = /(^|[\s"'/])(gosu|su-exec|setpriv|runuser|s6-setuidgid|chpst|setuidgid)([\s"']|$)/;

/** True for a stage that only hands out files (`docker build --output`): nothing starts in it. */
export function isArtifactStage(root: Stage, lineage: readonly Stage[]): boolean {
  return root.base.kind === 'scratch' && !findLast(lineage, 'ENTRYPOINT') && !findLast(lineage, 'CMD');
}

/** The user that the file itself prepares: created by useradd or adduser, else named by an earlier USER. */
export function findPreparedUser(lineage: readonly Stage[]): string | undefined {
  let created: string | undefined;
  let used: string | undefined;
  for (const stage of lineage) {
    for (const instruction of stage.instructions) {
      if (instruction.keyword === 'RUN') created = findCreatedUser(instruction) ?? created;
      if (instruction.keyword === 'USER') used = findPlainUser(instruction) ?? used;
    }
  }
  return used ?? created;
}

function findPlainUser({ args }: Instruction): string | undefined {
  const user = args[0]?.value ?? '';
  return /^\w[\w.-]*(:\w[\w.-]*)?$/.test(user) && !isRoot(user) ? user : undefined;
}

function findCreatedUser(run: Instruction): string | undefined {
  // Parsing a script costs more than looking for the word first.
  if (!/useradd|adduser/.test(run.code) && run.heredocs.length === 0) return undefined;
  for (const command of run.script()?.commands ?? []) {
    const call = findCall(command);
    const user = call && userCreators.has(call.program) ? findNewUser(call.args) : undefined;
    if (user !== undefined) return user;
  }
  return undefined;
}

const userCreators = new Set(['useradd', 'adduser']);

function findNewUser(args: readonly ShellWord[]): string | undefined {
  const name = args.at(-1);
  if (!name?.literal || !/^[a-z_][\w.-]*$/.test(name.value) || isRoot(name.value)) return undefined;
  // `adduser app docker` adds to a group: two words in a row without an option make the last one no user.
  const before = args.slice(-3, -1).map(({ value }) => value);
  return before.length === 0 || before.some((value) => value.startsWith('-')) ? name.value : undefined;
}
