import { ancestorsOf, type Instruction, type Keyword, type Stage } from '../../dockerfile/index.ts';

/** The stages of this file that a stage is made of, the oldest first and the stage itself last. */
export function getLineage(stage: Stage): readonly Stage[] {
  return ancestorsOf(stage).reverse();
}

/** The oldest stage of a lineage, whose base lies outside the file. */
export function getRoot(lineage: readonly Stage[], stage: Stage): Stage {
  return lineage[0] ?? stage;
}

export function hasInstruction(lineage: readonly Stage[], ...keywords: readonly Keyword[]): boolean {
  return lineage.some((stage) =>
    stage.instructions.some(({ keyword }) => keyword !== null && keywords.includes(keyword)),
  );
}

/** The last instruction of this keyword in a lineage: the one that counts for CMD, USER and the like. */
export function findLast(lineage: readonly Stage[], keyword: Keyword): Instruction | undefined {
  for (let index = lineage.length - 1; index >= 0; index--) {
    const found = lineage[index]?.instructions.findLast((instruction) => instruction.keyword === keyword);
    if (found) return found;
  }
  return undefined;
}
