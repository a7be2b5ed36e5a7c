/** The lines that go and come between two texts, with two lines around each change. Texts of a few hundred lines. */
export function renderDifference(before: string, after: string): string {
  const steps = compareLines(before.split('\n'), after.split('\n'));
  const near = steps.map((_, at) => steps.slice(Math.max(0, at - 2), at + 3).some(({ sign }) => sign !== ' '));
  let out = '';
  for (const [at, { sign, line }] of steps.entries()) {
    if (!near[at]) continue;
    if (at > 0 && !near[at - 1]) out += '  …\n';
    out += `${sign} ${printable(line)}\n`;
  }
  return out;
}

interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

/** The longest common subsequence of lines; very long texts are told as replaced altogether. */
function compareLines(before: readonly string[], after: readonly string[]): readonly Step[] {
  if (before.length * after.length > 4_000_000) {
    return [
      ...before.map((line) => ({ sign: '-' as const, line })),
      ...after.map((line) => ({ sign: '+' as const, line })),
    ];
  }
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      const same = before[row] === after[column];
      lengths[row * width + column] = same
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const steps: Step[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const [old, fresh] = [before[row], after[column]];
    if (old !== undefined && old === fresh) {
      steps.push({ sign: ' ', line: old });
      row++;
      column++;
    } else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ sign: '-', line: old });
      row++;
    } else {
      steps.push({ sign: '+', line: fresh ?? '' });
      column++;
    }
  }
  return steps;
}

/** Control characters of somebody's file must not move the terminal's cursor. */
export function printable(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '\uFFFD');
}
