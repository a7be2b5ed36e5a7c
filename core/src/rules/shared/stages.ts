import {
  ancestorsOf,
  expandWord,
  finalStage,
  globalEnvironment,
  parseImageReference,
  type Dockerfile,
  type ImageReference,
  type Instruction,
  type Keyword,
  type Stage,
} from '../../dockerfile/index.ts';
import { findOpenArgs, withoutBuildArgs } from './defaults.ts';

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

/** The image that a stage starts from, by the defaults within its name too: `FROM ${BASE:-debian:12}`. */
export function findBaseImage({ base, image }: Stage, file: Dockerfile): ImageReference | undefined {
  if (base.kind === 'image') return base.image;
  if (base.kind !== 'unknown' || !image?.raw.includes('-')) return undefined;
  const globals = globalEnvironment(file.globalArgs, file.escape);
  const name = expandWord(image, withoutBuildArgs(globals, findOpenArgs(file.globalArgs)), file.escape);
  // A piece that only a build fills in would leave a hole in the name.
  if (!name || /\$\w|\$\{\w+\}/.test(image.raw)) return undefined;
  return parseImageReference(name) ?? undefined;
}

/** Instructions that belong together: those of a stage, or those of a piece of a file that has no FROM. */
export interface Section {
  readonly stage: Stage | null;
  readonly instructions: readonly Instruction[];
}

/**
 * The stages of a file, and what stands before the first of them. A rule that walks sections also judges a piece of a
 * Dockerfile, such as a snippet in a document or the first lines of a file that is being written.
 */
export function getSections({ stages, instructions }: Dockerfile): readonly Section[] {
  const before = instructions.filter(({ stage }) => stage === null);
  const sections: Section[] = stages.map((stage) => ({ stage, instructions: stage.instructions }));
  return before.length > 0 ? [{ stage: null, instructions: before }, ...sections] : sections;
}

/** Tells which instructions make the image that a build without `--target` gives; all of them where no FROM stands. */
export function findShipped(file: Dockerfile): (instruction: Instruction) => boolean {
  const shipped = finalStage(file);
  const indexes = new Set<number | null>(shipped ? getLineage(shipped).map(({ index }) => index) : []);
  return ({ stage }) => stage === null || indexes.has(stage);
}
