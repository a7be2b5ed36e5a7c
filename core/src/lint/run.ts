import type { ComposeFile } from '../compose/index.ts';
import { keywords, type Dockerfile, type Instruction, type Keyword } from '../dockerfile/index.ts';
import { lazily, type Message, type Problem } from '../text/index.ts';
import { createCallIndex } from './calls.ts';
import type { Finding, Severity } from './finding.ts';
import { noKnowledge, type Knowledge } from './knowledge.ts';
import { noOptions, type RuleOptions } from './options.ts';
import type { Preset } from './preset.ts';
import type { DockerfileContext, Report, Rule, RuleContext, RuleMessages } from './rule.ts';

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
  readonly options?: RuleOptions;
  /** `YYYY-MM-DD`; without it nothing has an age. */
  readonly today?: string;
}

export interface RunResult {
  /** In file order. Suppressions are not applied yet. */
  readonly findings: readonly Finding[];
  /** Rules that threw; the others' findings are complete. The doors log these. */
  readonly crashes: readonly { readonly rule: string; readonly error: unknown }[];
}

export function runDockerfileRules(file: Dockerfile, options: RunOptions): RunResult {
  const run = startRun(file, 'dockerfile', file.problems, options);
  const calls = lazily(() => createCallIndex(file));
  const rules = run.rules.map((each) => ({
    ...each,
    ctx: {
      ...each.ctx,
      get calls() {
        return calls();
      },
    },
  }));
  const handlers = handlersByKeyword(rules);
  for (const { on, ctx, guard } of rules) {
    guard(() => {
      on.dockerfile?.(file, ctx);
      if (on.stage) for (const stage of file.stages) on.stage(stage, ctx);
    });
  }
  for (const instruction of file.instructions) {
    if (instruction.keyword === null) continue;
    for (const { handle, ctx, guard } of handlers.get(instruction.keyword) ?? []) guard(() => handle(instruction, ctx));
  }
  return run.result();
}

export function runComposeRules(file: ComposeFile, options: RunOptions): RunResult {
  const run = startRun(file, 'compose', file.problems, options);
  for (const { on, ctx, guard } of run.rules) {
    guard(() => {
      on.compose?.(file, ctx);
      if (on.service) for (const service of file.services) on.service(service, ctx);
    });
  }
  return run.result();
}

interface RunningRule<Context> {
  readonly on: Rule['on'];
  readonly ctx: Context;
  /** Lets the rule look at something. A rule that threw once looks at nothing more. */
  readonly guard: (look: () => void) => void;
}

type Handler = (instruction: Instruction, ctx: DockerfileContext<RuleMessages>) => void;
type HandlingRule = RunningRule<DockerfileContext<RuleMessages>> & { readonly handle: Handler };

/** Most rules look at one or two keywords, so each instruction is shown only to those that want it. */
function handlersByKeyword(
  rules: readonly RunningRule<DockerfileContext<RuleMessages>>[],
): ReadonlyMap<Keyword, readonly HandlingRule[]> {
  const byKeyword = new Map<Keyword, HandlingRule[]>();
  for (const rule of rules) {
    for (const keyword of keywords) {
      const handle = rule.on[keyword];
      if (!handle) continue;
      const known = byKeyword.get(keyword);
      if (known) known.push({ ...rule, handle });
      else byKeyword.set(keyword, [{ ...rule, handle }]);
    }
  }
  return byKeyword;
}

function startRun<File extends { readonly text: string }>(
  file: File,
  language: 'dockerfile' | 'compose',
  problems: readonly Problem[],
  { rules, knowledge = noKnowledge, options = noOptions, today = '0000-00-00' }: RunOptions,
) {
  const findings: Finding[] = problems.map((problem) => fromProblem(language, problem));
  const crashes: { rule: string; error: unknown }[] = [];
  const start = (active: ActiveRule): RunningRule<RuleContext<File, RuleMessages>> => {
    let isDead = false;
    const report = (reported: Report<RuleMessages>): void => {
      if (isWanted(active, reported)) findings.push(fromReport(active, reported));
    };
    return {
      on: active.rule.on,
      ctx: { file, text: file.text, knowledge, options, today, report },
      guard(look) {
        if (isDead) return;
        try {
          look();
        } catch (error) {
          // One broken rule must not cost the user the findings of all others.
          isDead = true;
          crashes.push({ rule: active.rule.id, error });
        }
      },
    };
  };
  return {
    rules: rules.filter(({ rule }) => rule.id.startsWith(`${language}/`)).map(start),
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
