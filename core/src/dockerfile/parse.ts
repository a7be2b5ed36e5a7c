import { checkFile } from './check-file.ts';
import { readInstruction } from './instruction.ts';
import type { Dockerfile, Instruction, Stage } from './model.ts';
import { collectProblems } from './problems.ts';
import { scanDockerfile } from './scan.ts';
import { isPosixShell, readScript } from './script.ts';
import { resolveStages } from './stages.ts';

/** Reads a Dockerfile as BuildKit does. Never throws: what BuildKit would refuse is in `problems`. */
export function parseDockerfile(text: string): Dockerfile {
  const { problems, report } = collectProblems();
  const { escape, directives, comments, lines } = scanDockerfile(text, report);
  const instructions: Instruction[] = [];
  let stages: readonly Stage[] = [];
  let foreign: ReadonlySet<number> | undefined;
  let stage: number | null = null;
  for (const logical of lines) {
    const index = instructions.length;
    if (isFrom(logical.code)) stage = stage === null ? 0 : stage + 1;
    const instruction = readInstruction(logical, {
      escape,
      stage,
      report,
      scriptOf(of, inside) {
        foreign ??= findForeignShells(instructions, stages);
        return foreign.has(index) ? null : readScript(of, inside);
      },
    });
    instructions.push(instruction);
  }
  stages = resolveStages(instructions, escape);
  const firstFrom = instructions.findIndex(({ keyword }) => keyword === 'FROM');
  const globalArgs = instructions
    .slice(0, firstFrom < 0 ? instructions.length : firstFrom)
    .filter(({ keyword }) => keyword === 'ARG');
  const file: Dockerfile = { text, escape, directives, comments, instructions, globalArgs, stages, problems };
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
