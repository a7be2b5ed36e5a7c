import type { Span } from '../text/index.ts';
import type { Highlight } from './model.ts';
import type { Names, Occurrence } from './names.ts';

/** Every place that means what is named at an offset, in the order of the file; undefined where nothing is named. */
export function findReferences(
  names: Names,
  offset: number,
  { declarations }: { readonly declarations: boolean },
): readonly Span[] | undefined {
  const occurrences = occurrencesAt(names, offset);
  return occurrences
    ?.filter(({ role }) => declarations || role !== 'declaration')
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
}

/** The same places with what happens there: a declaration and an assignment write, everything else reads. */
export function findHighlights(names: Names, offset: number): readonly Highlight[] {
  const occurrences = occurrencesAt(names, offset) ?? [];
  return occurrences
    .map(({ span, role }): Highlight => ({ span, kind: role === 'read' ? 'read' : 'write' }))
    .sort((a, b) => a.span.start - b.span.start);
}

function occurrencesAt(names: Names, offset: number): readonly Occurrence[] | undefined {
  const here = names.at(offset);
  // FROM itself is no name; a stage without one is found from its numbers.
  return here?.form === 'keyword' ? undefined : here?.named.occurrences;
}
