import type { Problem } from '../text/index.ts';
import { checkReferences } from './check-references.ts';
import { checkContainerNames, checkSections } from './check-sections.ts';
import { checkImage, checkService } from './check-services.ts';
import { checkShapes } from './check-shape.ts';
import type { ComposeFile } from './model.ts';
import { findEntry } from './read.ts';

/** What of a file is judged, given what stands beside it. */
export interface CheckOptions {
  /** The file is laid over others, so images and names may be declared there. */
  readonly partial?: boolean;
}

/** Everything for which Compose would refuse a file that is sound YAML, as far as its text tells. */
export function checkFile(file: Omit<ComposeFile, 'problems'>, { partial = false }: CheckOptions): Problem[] {
  const { root, services } = file;
  const problems: Problem[] = [];
  if (root === null) return problems;
  const report = (problem: Problem): void => {
    problems.push(problem);
  };
  checkShapes(root, report);
  checkSections(root, report);
  for (const service of services) checkService(service, report);
  checkContainerNames(services, report);
  if (!partial) for (const service of services) checkImage(service, report);
  // Names may be declared in included files, or in those that this one is laid over.
  if (!partial && !findEntry(root, 'include')) checkReferences({ root, services }, report);
  return problems;
}
