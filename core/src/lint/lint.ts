import type { SourceDocument } from '../project/index.ts';
import { defaultConfig, type LintConfig } from './config.ts';
import type { Finding } from './finding.ts';
import type { MetaFinding } from './judge-pragmas.ts';
import { noKnowledge, type Knowledge } from './knowledge.ts';
import { isIgnored, resolveActiveRules, resolveMetaLevel } from './resolve.ts';
import type { Rule } from './rule.ts';
import { compareFindings, runComposeRules, runDockerfileRules, type RunResult } from './run.ts';
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
  const given = { rules: active, knowledge, options: config.options, today };
  const run =
    document.language === 'dockerfile'
      ? runDockerfileRules(document.model, given)
      : runComposeRules(document.model, given);
  const ids = new Set(active.map(({ rule }) => rule.id));
  const { findings, judged } = suppressFindings(document, run.findings, { rules, active: ids, today });
  const told = judged.flatMap((each) => toFinding(each, config, path) ?? []);
  return { findings: [...findings, ...told].sort(compareFindings), crashes: run.crashes };
}

function toFinding({ rule, message, span, fix }: MetaFinding, config: LintConfig, path: string): Finding | undefined {
  const severity = resolveMetaLevel(rule, config, path);
  if (severity === 'off') return undefined;
  const tag = rule === 'drydock/unused-suppression' ? ('unnecessary' as const) : null;
  return { rule, kind: 'practice', severity, message, span, refs: {}, related: [], fix, tag, suppressed: null };
}
