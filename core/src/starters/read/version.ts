import type { Release, ReleaseTable } from '../images.data.ts';

/** A version number as far as it is written: `[24]`, `[3, 12]`, `[20, 11, 1]`. */
type Parts = readonly number[];

/** The newest release that a constraint admits, supported ones first; undefined when it admits none of the table. */
export function resolveRange(range: string, { releases }: ReleaseTable, today: string): Release | undefined {
  const depth = releases.some(({ version }) => version.includes('.')) ? 2 : 1;
  const admitted = releases.filter(({ version }) => satisfies(toParts(version), range, depth));
  const supported = admitted.filter(({ end }) => end >= today);
  return supported.find(({ lts }) => lts) ?? supported[0] ?? admitted[0];
}

export function newestRelease({ releases }: ReleaseTable, today: string): Release {
  const found = releases.find(({ lts, end }) => lts && end >= today) ?? releases[0];
  if (!found) throw new Error('A table of releases is empty.');
  return found;
}

export function findRelease({ releases }: ReleaseTable, version: string): Release | undefined {
  return releases.find((release) => release.version === version);
}

/**
 * Whether some patch of a release line lies in a range of npm's or Python's kind (`>=18 <23`, `^20.1`, `20.x || 22`,
 * `~=3.11`, `>=3.10,<4`). Only the first `depth` numbers count, since images are named by line, not by patch.
 */
function satisfies(line: Parts, range: string, depth: number): boolean {
  const clean = range.replace(/(\S+)\s+-\s+(\S+)/g, '>=$1 <=$2').replace(/([<>=~^!]+)\s+/g, '$1');
  return clean.split('||').some((part) => {
    const terms = part.split(/[\s,]+/).filter((term) => term !== '' && term !== '*' && term !== 'x');
    return terms.every((term) => admits(line, term, depth));
  });
}

/** What an operator says of a line, given how it compares with the bound and what the bound holds beyond it. */
interface Comparison {
  readonly order: number;
  readonly sameMajor: boolean;
  /** The numbers behind the ones that an image is named by. */
  readonly patch: Parts;
  readonly length: number;
}

const operators: Readonly<Record<string, (compared: Comparison) => boolean>> = {
  '>=': ({ order }) => order >= 0,
  // `>22.3` still admits later patches of 22; `>22` does not.
  '>': ({ order, patch }) => (patch.length > 0 ? order >= 0 : order > 0),
  '<=': ({ order }) => order <= 0,
  '<': ({ order, patch }) => (patch.some((part) => part > 0) ? order <= 0 : order < 0),
  '!=': ({ order, patch }) => patch.length > 0 || order !== 0,
  '^': ({ order, sameMajor }) => sameMajor && order >= 0,
  '~=': ({ order, sameMajor, length }) => (length <= 2 ? sameMajor && order >= 0 : order === 0),
};

function admits(line: Parts, term: string, depth: number): boolean {
  const match = /^(>=|<=|>|<|===?|=|~=|~|\^|!=)?v?(\d+(?:\.(?:\d+|[x*]))*)/.exec(term);
  if (!match) return false;
  const bound = toParts(match[2] ?? '');
  const head = bound.slice(0, depth);
  const order = compareParts(line.slice(0, head.length), head);
  const operator = operators[match[1] ?? ''];
  const compared = { order, sameMajor: line[0] === bound[0], patch: bound.slice(depth), length: bound.length };
  return operator ? operator(compared) : order === 0;
}

function toParts(version: string): Parts {
  const parts: number[] = [];
  for (const part of version.split('.')) {
    if (!/^\d+$/.test(part)) break;
    parts.push(Number(part));
  }
  return parts;
}

function compareParts(a: Parts, b: Parts): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
