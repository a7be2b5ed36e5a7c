import { editsOverlap, type TextEdit } from '../text/index.ts';

/** Places of a text that edits have been given to. */
export interface Claims {
  /** Takes the places of these edits, all or none: false when one of them is taken already. */
  claim(edits: readonly TextEdit[]): boolean;
}

/** Keeps what is claimed in order, so that thousands of fixes can be chosen from one file without comparing all pairs. */
export function createClaims(): Claims {
  const sorted: TextEdit[] = [];
  return {
    claim(edits) {
      const free = edits.every((edit) => !editsOverlap([edit], neighbours(sorted, edit)));
      if (free) for (const edit of edits) sorted.splice(positionOf(sorted, edit), 0, edit);
      return free;
    },
  };
}

function neighbours(sorted: readonly TextEdit[], edit: TextEdit): readonly TextEdit[] {
  const at = positionOf(sorted, edit);
  const near = sorted.slice(Math.max(0, at - 2), at);
  for (let index = at; index < sorted.length; index++) {
    const next = sorted[index];
    if (next === undefined || next.span.start > edit.span.end) break;
    near.push(next);
  }
  return near;
}

/** Behind everything that starts before it. */
function positionOf(sorted: readonly TextEdit[], { span }: TextEdit): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  return low;
}
