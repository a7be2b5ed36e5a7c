import { peers, type Finding, type Peer, type RuleRefs } from './finding.ts';
import type { Rule } from './rule.ts';

/**
 * The rules that a name stands for: an own id (`dockerfile/missing-user`), its key alone (`missing-user`), or any
 * peer's id (`DL3002`, `CIS 4.1`, `4.1`, `DS-0002`, `hadolint:DL3002`). With `only`, no other peer's ids count.
 */
export function findRulesByName(rules: readonly Rule[], name: string, only?: Peer): readonly Rule[] {
  const wanted = name.trim();
  const own = only === undefined ? rules.filter(({ id }) => id === wanted || keyOf(id) === wanted) : [];
  if (own.length > 0) return own;
  const { peer, id } = splitPeer(wanted, only);
  if (id === '') return [];
  return rules.filter((rule) =>
    (peer === undefined ? unambiguousPeers : [peer]).some((each) =>
      (rule.refs[each] ?? []).some((ref) => normalise(ref) === normalise(id) || isPartOf(normalise(id), ref)),
    ),
  );
}

/**
 * The id of one finding out of many that a single rule stands for: `sc2086` of the rule whose ref is `SC*`. Undefined
 * for names that mean whole rules.
 */
export function findPart(rules: readonly Rule[], name: string): string | undefined {
  const id = normalise(splitPeer(name.trim(), undefined).id);
  const isPart = rules.some(({ refs }) => Object.values(refs).some((ids) => ids.some((ref) => isPartOf(id, ref))));
  return isPart ? id : undefined;
}

/** The shortest name that means one finding and not its neighbours: its rule, or `SC2086` of a rule that stands for many. */
export function getFindingName({ rule, refs }: Pick<Finding, 'rule' | 'refs'>, rules: readonly Rule[]): string {
  const part = refs.hadolint?.[0];
  return part !== undefined && findPart(rules, part) !== undefined ? part : rule;
}

/** True when a finding with these ids is the one that a part names. */
export function hasPart(refs: RuleRefs, part: string): boolean {
  return Object.values(refs).some((ids) => ids.some((ref) => normalise(ref) === part));
}

/** `SC*` stands for every number; `id` is normalised. */
function isPartOf(id: string, ref: string): boolean {
  if (!ref.endsWith('*')) return false;
  const start = normalise(ref.slice(0, -1));
  return id.startsWith(start) && /^(sc)?\d+$/.test(id.slice(start.length));
}

/** True when the name is the id of one rule, which beats the id of a peer that several rules share. */
export function isOwnName(rules: readonly Rule[], name: string): boolean {
  return rules.some(({ id }) => id === name.trim() || keyOf(id) === name.trim());
}

/** The name closest to a mistyped one, or undefined when nothing is near. */
export function findNearestName(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = Math.min(editDistance(name, candidate), editDistance(name, keyOf(candidate)));
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** The two numberings of the CIS benchmark overlap; a bare number means the current one. */
const unambiguousPeers = peers.filter((peer) => peer !== 'bench134');

function splitPeer(name: string, only: Peer | undefined): { peer: Peer | undefined; id: string } {
  const match = /^([A-Za-z][\w-]*)(?:\s*:\s*|\s+)(\S.*)$/.exec(name);
  const peer = match && peers.find((each) => each === match[1]?.toLowerCase());
  return peer ? { peer, id: match[2] ?? '' } : { peer: only, id: name };
}

/** Peers changed how they write their own ids: trivy knows `AVD-DS-0002`, `DS-0002` and `DS002` as one. */
function normalise(id: string): string {
  return id
    .toLowerCase()
    .replace(/^avd-/, '')
    .replace(/^ds-?0*(\d+)$/, 'ds-$1');
}

function keyOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
