import { finalStage, type Dockerfile, type Instruction, type Keyword } from '../../dockerfile/index.ts';
import { getLineage, getSections, type Section } from './stages.ts';

/**
 * Which layers become part of the image that a build without `--target` makes. All of them in a piece of a file that
 * has no FROM, since nobody knows where it will stand.
 */
export function findShippedStages(file: Dockerfile): ReadonlySet<number | null> {
  return new Set([...stageNumbers(getShipped(file)), null]);
}

/** What ends up in the image: the last stage and those it is built on, the oldest first, or a piece that has no FROM. */
export function getShipped(file: Dockerfile): readonly Section[] {
  const stage = finalStage(file);
  if (!stage) return getSections(file);
  return getLineage(stage).map((each) => ({ stage: each, instructions: each.instructions }));
}

/** The last instruction of this keyword, the one that counts for USER, CMD and the like. */
export function findLastShipped(sections: readonly Section[], keyword: Keyword): Instruction | undefined {
  for (let index = sections.length - 1; index >= 0; index--) {
    const found = sections[index]?.instructions.findLast((instruction) => instruction.keyword === keyword);
    if (found) return found;
  }
  return undefined;
}

/** The stages that the sections belong to, by the number that their instructions carry. */
export function stageNumbers(sections: readonly Section[]): ReadonlySet<number | null> {
  return new Set(sections.map(({ stage }) => stage?.index ?? null));
}
