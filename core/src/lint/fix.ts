import { parseDocument, type SourceDocument } from '../project/index.ts';
import { applyEdits } from '../text/index.ts';
import { createClaims } from './claims.ts';
import type { Finding, Fix } from './finding.ts';
import { lintDocument, type LintOptions } from './lint.ts';

export interface FixOptions extends LintOptions {
  /** Also apply fixes that change what the file does. */
  readonly unsafe?: boolean;
  /** Which findings to fix; all of them when absent. */
  readonly only?: (finding: Finding) => boolean;
}

export interface FixResult {
  readonly text: string;
  /** What was fixed, with the spans each had in the round it was fixed in. */
  readonly applied: readonly Finding[];
  /** Offered fixes that broke the file, left their finding standing or brought new ones; they were not applied. */
  readonly dropped: readonly Finding[];
}

type Fixable = Finding & { readonly fix: Fix };
type Round = { readonly document: SourceDocument; readonly findings: readonly Finding[] };

const maxRounds = 10;

/** Applies the fixes of a document until nothing is left to fix. Every round is parsed and judged again. */
export function applyFixes(document: SourceDocument, options: FixOptions): FixResult {
  const applied: Finding[] = [];
  const dropped = new Map<string, Finding>();
  let round = judge(document, options);
  for (let count = 0; count < maxRounds; count++) {
    const wanted = chooseFixes(round, options, dropped);
    if (wanted.length === 0) break;
    const { next, kept, refused } = tryFixes(round, wanted, options);
    for (const finding of refused) dropped.set(signatureOf(round.document.text, finding), finding);
    applied.push(...kept);
    round = next;
  }
  return { text: round.document.text, applied, dropped: [...dropped.values()] };
}

function judge(document: SourceDocument, options: LintOptions): Round {
  return { document, findings: lintDocument(document, options).findings };
}

function chooseFixes(
  { document, findings }: Round,
  { unsafe = false, only = () => true }: FixOptions,
  dropped: ReadonlyMap<string, Finding>,
): Fixable[] {
  const chosen: Fixable[] = [];
  const taken = createClaims();
  for (const finding of findings) {
    if (!isFixable(finding) || finding.suppressed !== null || !only(finding)) continue;
    if (!finding.fix.safe && !unsafe) continue;
    if (dropped.size > 0 && dropped.has(signatureOf(document.text, finding))) continue;
    if (taken.claim(finding.fix.edits)) chosen.push(finding);
  }
  return chosen;
}

interface Attempt {
  readonly next: Round;
  readonly kept: readonly Fixable[];
  readonly refused: readonly Fixable[];
}

/** All at once where that is well; else in halves, until the fixes that do harm stand alone. */
function tryFixes(round: Round, wanted: readonly Fixable[], options: LintOptions): Attempt {
  const next = applyTo(round, wanted, options);
  if (next && isBetter(round, next, wanted)) return { next, kept: wanted, refused: [] };
  if (wanted.length === 1) return { next: round, kept: [], refused: wanted };
  const middle = wanted.length >> 1;
  const first = tryFixes(round, wanted.slice(0, middle), options);
  if (first.kept.length > 0) return first;
  // The offsets of the second half only hold as long as the first half changed nothing.
  const second = tryFixes(round, wanted.slice(middle), options);
  return { ...second, refused: [...first.refused, ...second.refused] };
}

function applyTo({ document }: Round, wanted: readonly Fixable[], options: LintOptions): Round | undefined {
  const edits = wanted.flatMap(({ fix }) => fix.edits);
  const text = applyEdits(document.text, edits);
  if (text === undefined || text === document.text) return undefined;
  return judge(parseDocument(document.language, document.path, text), options);
}

/** Each fix must clear its finding, and no rule and no parser may have more to say than before. */
function isBetter(before: Round, after: Round, fixed: readonly Finding[]): boolean {
  const allowed = countByRule(before.findings);
  for (const { rule } of fixed) allowed.set(rule, (allowed.get(rule) ?? 0) - 1);
  return [...countByRule(after.findings)].every(([rule, count]) => count <= (allowed.get(rule) ?? 0));
}

function countByRule(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, suppressed } of findings) {
    if (suppressed === null) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

function isFixable(finding: Finding): finding is Fixable {
  return finding.fix !== null && finding.fix.edits.length > 0;
}

/** Lines may be megabytes long; this much of one tells it from the others. */
const nearby = 1000;

/** Tells one offered fix from another across rounds in which offsets move. */
function signatureOf(text: string, { rule, span, fix }: Finding): string {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, span.start - nearby), span.start))?.[0] ?? '';
  const behind = /^[^\r\n]*/.exec(text.slice(span.start, span.start + nearby))?.[0] ?? '';
  return JSON.stringify([rule, before, behind, fix?.edits.map(({ newText }) => newText)]);
}
