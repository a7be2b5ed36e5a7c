import type { Directive } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { defaultConfig, type LintConfig } from './config.ts';
import type { Finding, Level } from './finding.ts';
import type { MetaFinding } from './judge-pragmas.ts';
import { noKnowledge, type Knowledge } from './knowledge.ts';
import { isIgnored, resolveActiveRules, resolveMetaLevel, resolvePinnedLevels } from './resolve.ts';
import type { Rule } from './rule.ts';
import { compareFindings, runRules, type RunResult } from './run.ts';
import { suppressFindings } from './suppress.ts';

export interface LintOptions {
  /** Every rule there is; the configuration chooses among them. */
  readonly rules: readonly Rule[];
  readonly config?: LintConfig;
  /** The file's path relative to the configuration's folder; the document's own path when absent. */
  readonly path?: string;
  readonly knowledge?: Knowledge;
  /** `YYYY-MM-DD`, since core has no clock. */
  readonly today: string;
}

/** Findings in file order, the suppressed ones among them, and rules that threw. */
export type LintResult = RunResult;

/** Everything Drydock has to say of one document: the one function behind the editor, the terminal and the tests. */
export function lintDocument(document: SourceDocument, options: LintOptions): LintResult {
  const { rules, config = defaultConfig, path = document.path, knowledge = noKnowledge, today } = options;
  if (isIgnored(config, path)) return { findings: [], crashes: [] };
  const active = resolveActiveRules(rules, config, path);
  const run = runRules(document, { rules: active, knowledge, options: config.options, today });
  const able = active.filter(({ rule }) => rule.needs === undefined || knowledge[rule.needs] !== undefined);
  const ids = new Set(able.map(({ rule }) => rule.id));
  const graded = gradeFindings(document, run.findings, resolvePinnedLevels(rules, config, path));
  const { findings, judged } = suppressFindings(document, graded, { rules, active: ids, today });
  const told = judged.flatMap((each) => toFinding(each, config, path) ?? []);
  return { findings: [...findings, ...told].sort(compareFindings), crashes: run.crashes };
}

/**
 * A level that somebody asked for also counts for what the parser finds under the name of a rule. Else, `# check=error=true`
 * makes an error of all that BuildKit's checks know.
 */
function gradeFindings(
  document: SourceDocument,
  findings: readonly Finding[],
  pinned: ReadonlyMap<string, Level>,
): readonly Finding[] {
  const isStrict = document.language === 'dockerfile' && asksForErrors(document.model.directives);
  if (!isStrict && pinned.size === 0) return findings;
  return findings.flatMap((finding): Finding[] => {
    const level = pinned.get(finding.rule);
    if (level === 'off') return [];
    if (level !== undefined) return [{ ...finding, severity: level }];
    return [isStrict && finding.refs.buildkit?.length ? { ...finding, severity: 'error' } : finding];
  });
}

function asksForErrors(directives: readonly Directive[]): boolean {
  return directives.some(
    ({ name, value }) => name === 'check' && /(?:^|;)\s*error\s*=\s*(?:1|t|T|TRUE|true|True)\s*(?:;|$)/.test(value),
  );
}

function toFinding({ rule, message, span, fix }: MetaFinding, config: LintConfig, path: string): Finding | undefined {
  const severity = resolveMetaLevel(rule, config, path);
  if (severity === 'off') return undefined;
  const tag = rule === 'drydock/unused-suppression' ? ('unnecessary' as const) : null;
  return { rule, kind: 'practice', severity, message, span, refs: {}, related: [], fix, tag, suppressed: null };
}
