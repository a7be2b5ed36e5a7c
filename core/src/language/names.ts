import type { Dockerfile } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { touches } from '../text/index.ts';
import { nameHeredocs } from './name-heredocs.ts';
import { nameStages } from './name-stages.ts';
import { nameVariables } from './name-variables.ts';
import type { Named, Occurrence } from './named.ts';

export type { Named, NameKind, Occurrence } from './named.ts';

/** Everything that a document gives a name to. Found once for each version of a text. */
export interface Names {
  readonly all: readonly Named[];
  /** The occurrence at an offset: the one that stands most closely around it. */
  at(offset: number): Occurrence | undefined;
}

/** One walk over the file. In Compose files names are found by where they stand; nothing is collected there. */
export function resolveNames(document: SourceDocument): Names {
  return document.language === 'dockerfile' ? resolveDockerfileNames(document.model) : { all: [], at: () => undefined };
}

export function resolveDockerfileNames(file: Dockerfile): Names {
  const all = [...nameStages(file), ...nameVariables(file), ...nameHeredocs(file)];
  return { all, at: (offset) => findOccurrence(all, offset) };
}

function findOccurrence(all: readonly Named[], offset: number): Occurrence | undefined {
  let best: Occurrence | undefined;
  for (const { occurrences } of all) {
    for (const each of occurrences) {
      if (touches(each.area, offset) && (!best || isCloser(each, best, offset))) best = each;
    }
  }
  return best;
}

/** Between two words that touch each other, the one behind the cursor is meant. */
function isCloser(a: Occurrence, b: Occurrence, offset: number): boolean {
  const isBehind = ({ area }: Occurrence): boolean => offset < area.end;
  if (isBehind(a) !== isBehind(b)) return isBehind(a);
  return a.area.end - a.area.start < b.area.end - b.area.start;
}
