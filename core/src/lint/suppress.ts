import type { SourceDocument } from '../project/index.ts';
import { bindPragmas, type BoundPragma, type SuppressOptions } from './bind-pragmas.ts';
import type { Finding } from './finding.ts';
import { judgePragmas, type MetaFinding } from './judge-pragmas.ts';

export interface SuppressResult {
  /** The same findings in the same order, those that a comment silences with `suppressed` filled. */
  readonly findings: readonly Finding[];
  /** What is wrong with our own comments. */
  readonly judged: readonly MetaFinding[];
}

/** Applies the comments of a file to its findings. What a parser refuses cannot be silenced: it stays broken. */
export function suppressFindings(
  document: SourceDocument,
  findings: readonly Finding[],
  options: SuppressOptions,
): SuppressResult {
  const bound = bindPragmas(document, options);
  if (bound.length === 0) return { findings, judged: [] };
  const known = new Set<string>(options.rules.map(({ id }) => id));
  const used = new Set<object>();
  const kept = findings.map((finding) => {
    if (!known.has(finding.rule)) return finding;
    const hit = findSuppression(bound, finding);
    if (!hit) return finding;
    used.add(hit.target);
    const { by, span, reason } = hit.pragma;
    return { ...finding, suppressed: { by, span, reason } };
  });
  return { findings: kept, judged: judgePragmas(document, bound, used, options) };
}

function findSuppression(bound: readonly BoundPragma[], finding: Finding) {
  for (const { pragma, scope, targets, expired } of bound) {
    if (expired || !scope || finding.span.start < scope.start || finding.span.start > scope.end) continue;
    const target = targets.find(({ ids }) => ids.has(finding.rule));
    if (target) return { pragma, target };
  }
  return undefined;
}
