import type { Dockerfile } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { message } from '../text/index.ts';
import type { CodeLens } from './model.ts';

/** "Build this stage" above each stage of a Dockerfile. Nothing for Compose files. */
export function findCodeLenses(document: SourceDocument): readonly CodeLens[] {
  if (document.language !== 'dockerfile') return [];
  const { stages } = document.model;
  const owners = findOwners(document.model);
  return stages.map(({ index, from, name }) => {
    const isLast = index === stages.length - 1;
    const isNamed = name !== null && owners.get(name.value.toLowerCase()) === index;
    // Where a later stage has taken the name, the number still means this one.
    const target = isLast ? null : isNamed ? name.value : String(index);
    return { span: from.keywordSpan, title: message('Build this stage'), target };
  });
}

/** The number of the last stage of each name: the one that `--target` means. */
function findOwners({ stages }: Dockerfile): ReadonlyMap<string, number> {
  return new Map(stages.flatMap(({ index, name }) => (name ? [[name.value.toLowerCase(), index] as const] : [])));
}
