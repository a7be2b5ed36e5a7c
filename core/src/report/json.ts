import type { Finding, RelatedPlace, RuleRefs, Suppression } from '../lint/index.ts';
import { createLineIndex, type LineIndex } from '../text/index.ts';
import { countBySeverity, getVisible, rangeOf, type FileReport, type LintReport, type RenderOptions } from './model.ts';

/** The stable machine format of the command line: version 1, lines and columns from 1. */
export function renderJson(report: LintReport, { translate }: Pick<RenderOptions, 'translate'>): string {
  const bySeverity = countBySeverity(report);
  const body = {
    version: 1,
    files: report.files.map((file) => renderFile(file, translate)),
    summary: {
      files: report.files.length,
      findings: Object.values(bySeverity).reduce((sum, count) => sum + count, 0),
      suppressed: report.files.reduce((sum, { findings }) => sum + findings.length - getVisible(findings).length, 0),
      bySeverity,
      unreadable: report.unreadable.map(({ path, reason }) => ({ path, reason: translate(reason) })),
    },
  };
  return `${JSON.stringify(body, null, 2)}\n`;
}

type Translate = RenderOptions['translate'];

function renderFile({ path, language, text, findings }: FileReport, translate: Translate) {
  const lines = createLineIndex(text);
  return { path, language, findings: findings.map((finding) => renderFinding(finding, path, lines, translate)) };
}

function renderFinding(finding: Finding, path: string, lines: LineIndex, translate: Translate) {
  const { rule, kind, severity, message, span, refs, related, fix, suppressed } = finding;
  return {
    rule,
    kind,
    severity,
    message: translate(message),
    range: rangeOf(lines, span),
    refs: completeRefs(refs),
    related: related.map((place) => renderRelated(place, path, lines, translate)),
    fix: fix && {
      title: translate(fix.title),
      safe: fix.safe,
      edits: fix.edits.map(({ span, newText }) => ({ range: rangeOf(lines, span), newText })),
    },
    suppressed: suppressed && renderSuppression(suppressed, lines),
  };
}

/** Four peers are always there, so that a reader need not ask whether the key exists. */
function completeRefs(refs: RuleRefs): RuleRefs {
  return { cis: [], hadolint: [], buildkit: [], trivy: [], ...refs };
}

/** A place in another file has no lines here: its text is not part of this report. */
function renderRelated({ path, span, message }: RelatedPlace, own: string, lines: LineIndex, translate: Translate) {
  const here = path === undefined || path === own;
  return { path: path ?? own, message: translate(message), range: here ? rangeOf(lines, span) : null };
}

function renderSuppression({ by, span, reason }: Suppression, lines: LineIndex) {
  return { by, reason, range: span && rangeOf(lines, span) };
}
