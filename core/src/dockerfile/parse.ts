import { checkFile } from './check-file.ts';
import type { Dockerfile, Instruction, Stage } from './model.ts';
import { collectProblems } from './problems.ts';
import { createInstructionReader } from './reread.ts';
import { scanDockerfile } from './scan.ts';
import { isPosixShell } from './script.ts';
import { resolveStages } from './stages.ts';

/**
 * Reads a Dockerfile as BuildKit does. Never throws: what BuildKit would refuse is in `problems`. With the version
 * before an edit at hand, instructions that did not change are taken from there; the result is the same without it.
 */
export function parseDockerfile(text: string, previous?: Dockerfile): Dockerfile {
  const { problems, report } = collectProblems();
  const { escape, directives, comments, lines } = scanDockerfile(text, report);
  const reader = createInstructionReader(text, { escape, report, previous });
  const instructions: Instruction[] = [];
  let stages: readonly Stage[] = [];
  let foreign: ReadonlySet<number> | undefined;
  let stage: number | null = null;
  for (const logical of lines) {
    const index = instructions.length;
    if (isFrom(logical.code)) stage = stage === null ? 0 : stage + 1;
    const isForeign = (): boolean => (foreign ??= findForeignShells(instructions, stages)).has(index);
    instructions.push(reader.read(logical, { stage, isForeign }));
  }
  stages = resolveStages(instructions, escape);
  const firstFrom = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const globalArgs = instructions
    .slice(0, firstFrom < 0 ? instructions.length : firstFrom)
    .filter(({ keyword }) => keyword === 'ARG');
  const { readings } = reader;
  const file: Dockerfile = { text, escape, directives, comments, instructions, globalArgs, stages, problems, readings };
  checkFile(file, report);
  problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return file;
}

function isFrom(code: string): boolean {
  return /^FROM(?:[\t\v\f\r ]|$)/i.test(code.slice(0, 5));
}

/** Indices of the instructions that a SHELL which is no POSIX shell runs, also one set in a stage they build on. */
function findForeignShells(instructions: readonly Instruction[], stages: readonly Stage[]): ReadonlySet<number> {
  const foreign = new Set<number>();
  const foreignAtEnd = new Set<Stage>();
  let isForeign = false;
  for (const [index, { keyword, stage, json }] of instructions.entries()) {
    const current = stage === null ? undefined : stages[stage];
    if (keyword === 'FROM') isForeign = current?.base.kind === 'stage' && foreignAtEnd.has(current.base.stage);
    if (keyword === 'SHELL' && json) isForeign = !isPosixShell(json.map(({ value }) => value));
    if (isForeign) foreign.add(index);
    if (!current) continue;
    if (isForeign) foreignAtEnd.add(current);
    else foreignAtEnd.delete(current);
  }
  return foreign;
}
