/** More names than this are not compared: a long list times many misspelt words would take its time. */
const maxCandidates = 500;

/** The piece of a user's text that fits into a sentence. */
export function clip(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] ?? '';
  return line.length > 60 || line.length < text.length ? `${line.slice(0, 60)}…` : line;
}

/** The candidate that a misspelt word most likely meant, or undefined when none is near. Letter case does not count. */
export function findNearest(word: string, candidates: readonly string[] | ReadonlySet<string>): string | undefined {
  const count = 'size' in candidates ? candidates.size : candidates.length;
  if (count > maxCandidates) return undefined;
  const limit = word.length < 4 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Letters to add, drop, change or swap to make one word out of the other. */
function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (older[column - 2] ?? 0) + 1);
      next.push(cost);
    }
    older = last;
    last = next;
  }
  return last[b.length] ?? 0;
}
