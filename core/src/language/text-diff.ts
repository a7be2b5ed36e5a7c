import type { TextEdit } from '../text/index.ts';

/** Beyond this many comparisons the differing middle is replaced as a whole. */
const mostComparisons = 4_000_000;

/** Edits, whole lines each, that turn one text into another, so that cursors and folds elsewhere stay. */
export function diffLines(before: string, after: string): TextEdit[] {
  const a = splitLines(before);
  const b = splitLines(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const start = a.slice(0, head).join('').length;
  const hunks = diffMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  let at = start;
  const edits: TextEdit[] = [];
  for (const { removed, added, kept } of hunks) {
    const end = at + removed.length;
    if (removed !== added) edits.push({ span: { start: at, end }, newText: added });
    at = end + kept.length;
  }
  return edits;
}

interface Hunk {
  readonly removed: string;
  readonly added: string;
  /** What both have behind it. */
  readonly kept: string;
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Longest common subsequence of lines, by a table. */
function diffMiddle(a: readonly string[], b: readonly string[]): Hunk[] {
  if (a.length * b.length > mostComparisons) return [{ removed: a.join(''), added: b.join(''), kept: '' }];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const diagonal = (lengths[(i + 1) * width + j + 1] ?? 0) + 1;
      const skip = Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
      lengths[i * width + j] = a[i] === b[j] ? diagonal : skip;
    }
  }
  return walkTable(a, b, (i, j) => lengths[i * width + j] ?? 0);
}

function walkTable(a: readonly string[], b: readonly string[], lengthAt: (i: number, j: number) => number): Hunk[] {
  const hunks: { removed: string; added: string; kept: string }[] = [{ removed: '', added: '', kept: '' }];
  const change = () => {
    const last = hunks.at(-1);
    if (last && last.kept === '') return last;
    const next = { removed: '', added: '', kept: '' };
    hunks.push(next);
    return next;
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      const last = hunks.at(-1);
      if (last) last.kept += a[i];
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      change().removed += a[i++] ?? '';
    } else {
      change().added += b[j++] ?? '';
    }
  }
  return hunks;
}
