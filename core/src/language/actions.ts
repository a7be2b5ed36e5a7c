import { applyFixes, type Finding, type Fix, type LintOptions, type Rule } from '../lint/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { editsOverlap, message, type TextEdit } from '../text/index.ts';
import type { Action } from './model.ts';
import { planSuppression } from './suppress-action.ts';
import { diffLines } from './text-diff.ts';

/** What is offered for the findings at the cursor: their fixes, one fix for all of a kind, and silencing with a reason. */
export function planActions(
  document: SourceDocument,
  here: readonly Finding[],
  all: readonly Finding[],
  rules: readonly Rule[],
): readonly Action[] {
  const fixes = here.flatMap((finding) => (finding.fix ? [planFix(finding, finding.fix)] : []));
  const kinds = [...new Set(here.filter(isSafelyFixable).map(({ rule }) => rule))];
  const ofKinds = kinds.flatMap((rule) => planKind(all, rule) ?? []);
  const suppressions = here.flatMap((finding) => planSuppression(document, finding, rules) ?? []);
  return [...fixes, ...ofKinds, ...suppressions.filter(isFirstOfTitle)];
}

function planFix(finding: Finding, { title, safe, edits }: Fix): Action {
  return { title, kind: 'fix', preferred: safe, safe, edits, snippet: null, findings: [finding] };
}

/** All safe fixes of one rule at once, where there are several that do not touch each other. */
function planKind(all: readonly Finding[], rule: string): Action | undefined {
  const findings: Finding[] = [];
  const edits: TextEdit[] = [];
  for (const finding of all) {
    if (finding.rule !== rule || !finding.fix?.safe || editsOverlap(edits, finding.fix.edits)) continue;
    findings.push(finding);
    edits.push(...finding.fix.edits);
  }
  if (findings.length < 2) return undefined;
  const title = message('Fix all {count} of `{rule}` in this file', { count: String(findings.length), rule });
  return { title, kind: 'fix', preferred: false, safe: true, edits, snippet: null, findings };
}

/** Every safe fix of a file, settled: judged again after each round, and only what helps is kept. */
export function planFixAll(document: SourceDocument, options: LintOptions): Action | undefined {
  const { text, applied } = applyFixes(document, options);
  const edits = diffLines(document.text, text);
  if (edits.length === 0) return undefined;
  const title = message('Apply all safe fixes of Drydock');
  return { title, kind: 'fixAll', preferred: false, safe: true, edits, snippet: null, findings: applied };
}

function isSafelyFixable({ fix }: Finding): boolean {
  return fix?.safe === true;
}

function isFirstOfTitle(action: Action, index: number, all: readonly Action[]): boolean {
  const same = ({ title }: Action): boolean => JSON.stringify(title) === JSON.stringify(action.title);
  return all.findIndex(same) === index;
}
