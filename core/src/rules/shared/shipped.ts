import { finalStage, type Dockerfile, type Stage } from '../../dockerfile/index.ts';
import { getLineage } from './stages.ts';

/**
 * Which layers become part of the image that a build without `--target` makes. All of them in a piece of a file that
 * has no FROM, since nobody knows where it will stand.
 */
export function findShippedStages(file: Dockerfile): { has(stage: number | null): boolean } {
  const last = finalStage(file);
  const shipped = new Set<number>(last ? getLineage(last).map(({ index }: Stage) => index) : []);
  return { has: (stage) => stage === null || shipped.has(stage) };
}
