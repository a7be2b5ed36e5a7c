import type { ComposeFile } from '../compose/index.ts';
import type { Dockerfile } from '../dockerfile/index.ts';
import type { IgnoreFile } from '../ignore/index.ts';
import type { Language, SourceDocument } from '../project/index.ts';
import type { Message, Problem } from '../text/index.ts';
import type { Finding, Severity } from './finding.ts';
import { noKnowledge, type Knowledge } from './knowledge.ts';
import type { Preset } from './preset.ts';
import type { Report, Rule, RuleContext, RuleMessages } from './rule.ts';

/** A rule that is switched on, at the level that settings and preset give it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** True when the user's settings name this rule: their level then beats the grade of a single finding. */
  readonly pinned: boolean;
  /** The preset that was chosen; `recommended` when absent. */
  readonly preset?: Preset;
}

export interface RunOptions {
  readonly rules: readonly ActiveRule[];
  readonly knowledge?: Knowledge;
}

export interface RunResult {
  /** In file order. Suppressions are not applied yet. */
  readonly findings: readonly Finding[];
  /** Rules that threw; the others' findings are complete. The doors log these. */
  readonly crashes: readonly { readonly rule: string; readonly error: unknown }[];
}

/** Runs the rules of a document's own language. */
export function runRules(document: SourceDocument, options: RunOptions): RunResult {
  switch (document.language) {
    case 'dockerfile':
      return runDockerfileRules(document.model, options);
    case 'compose':
      return runComposeRules(document.model, options);
    case 'dockerignore':
      return runIgnoreRules(document.model, options);
  }
}

export function runDockerfileRules(file: Dockerfile, options: RunOptions): RunResult {
  const run = startRun(file, 'dockerfile', file.problems, options);
  run.each((on, ctx) => {
    on.dockerfile?.(file, ctx);
    if (on.stage) for (const stage of file.stages) on.stage(stage, ctx);
    for (const instruction of file.instructions) {
      if (instruction.keyword !== null) on[instruction.keyword]?.(instruction, ctx);
    }
  });
  return run.result();
}

export function runComposeRules(file: ComposeFile, options: RunOptions): RunResult {
  const run = startRun(file, 'compose', file.problems, options);
  run.each((on, ctx) => {
    on.compose?.(file, ctx);
    if (on.service) for (const service of file.services) on.service(service, ctx);
  });
  return run.result();
}

export function runIgnoreRules(file: IgnoreFile, options: RunOptions): RunResult {
  const run = startRun(file, 'dockerignore', file.problems, options);
  run.each((on, ctx) => {
    on.dockerignore?.(file, ctx);
    if (on.pattern) for (const pattern of file.patterns) on.pattern(pattern, ctx);
  });
  return run.result();
}

function startRun<File extends { readonly text: string }>(
  file: File,
  language: Language,
  problems: readonly Problem[],
  { rules, knowledge = noKnowledge }: RunOptions,
) {
  const findings: Finding[] = problems.map((problem) => fromProblem(language, problem));
  const crashes: { rule: string; error: unknown }[] = [];
  return {
    each(visit: (on: Rule['on'], ctx: RuleContext<File, RuleMessages>) => void): void {
      for (const active of rules) {
        if (!active.rule.id.startsWith(`${language}/`)) continue;
        const report = (reported: Report<RuleMessages>): void => {
          if (isWanted(active, reported)) findings.push(fromReport(active, reported));
        };
        try {
          visit(active.rule.on, { file, text: file.text, knowledge, report });
        } catch (error) {
          // One broken rule must not cost the user the findings of all others.
          crashes.push({ rule: active.rule.id, error });
        }
      }
    },
    result(): RunResult {
      findings.sort(compareFindings);
      return { findings, crashes };
    },
  };
}

/** Where peers judge otherwise than we do, a finding is made only for those who ask for their view. */
function isWanted({ preset = 'recommended' }: ActiveRule, { presets }: Report<RuleMessages>): boolean {
  return presets === undefined || presets.includes(preset);
}

function fromProblem(language: string, { code, kind, message, span }: Problem): Finding {
  return {
    rule: `${language}/${code}`,
    kind,
    severity: 'error',
    message,
    span,
    refs: {},
    related: [],
    fix: null,
    tag: null,
    suppressed: null,
  };
}

function fromReport({ rule, severity, pinned }: ActiveRule, report: Report<RuleMessages>): Finding {
  const say = (key: string, data: Readonly<Record<string, string>> | undefined): Message => ({
    template: rule.messages[key] ?? key,
    args: data ?? {},
  });
  const { fix } = report;
  return {
    rule: rule.id,
    kind: rule.kind,
    severity: pinned ? severity : (report.severity ?? severity),
    message: say(report.message, report.data),
    span: report.at,
    refs: rule.refs,
    related: (report.related ?? []).map((place) => ({ span: place.at, message: say(place.message, place.data) })),
    fix: fix ? { title: say(fix.title, fix.data), safe: fix.safe ?? true, edits: fix.edits } : null,
    tag: rule.tag ?? null,
    suppressed: null,
  };
}

/** File order; what begins at one place goes by length, then by rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || compareText(a.rule, b.rule);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
