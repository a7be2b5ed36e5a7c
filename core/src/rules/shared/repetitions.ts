import type { Dockerfile, Instruction, Keyword } from '../../dockerfile/index.ts';
import type { TextEdit } from '../../text/index.ts';
import { removeInstruction } from './removal.ts';
import { getSections } from './stages.ts';

/** Instructions of one stage of which only the last counts. */
export interface Repetition {
  /** All but the last: they have no effect. BuildKit reports these. */
  readonly superseded: readonly Instruction[];
  /** All but the first. hadolint reports these. */
  readonly repeats: readonly Instruction[];
  readonly last: Instruction;
}

export function findRepetitions(file: Dockerfile, keyword: Keyword): readonly Repetition[] {
  return getSections(file).flatMap(({ instructions }) => {
    const found = instructions.filter((instruction) => instruction.keyword === keyword);
    const last = found.at(-1);
    return last && found.length > 1 ? [{ superseded: found.slice(0, -1), repeats: found.slice(1), last }] : [];
  });
}

/** Takes out an instruction that has no effect; what it leaves behind means the same. */
export function removeSuperseded(instruction: Instruction, file: Dockerfile): readonly TextEdit[] {
  return [removeInstruction(instruction, file)];
}
