import type { ComposeFile } from '../compose/index.ts';
import { type Dockerfile, type Instruction, type Keyword } from '../dockerfile/index.ts';
import type { IgnoreFile } from '../ignore/index.ts';
import type { Language, SourceDocument } from '../project/index.ts';
import { lazily, type Message, type Problem } from '../text/index.ts';
import { createCallIndex } from './calls.ts';
import type { Finding, Level, RuleRefs, Severity } from './finding.ts';
import { noKnowledge, type Knowledge } from './knowledge.ts';
import { hasPart } from './names.ts';
import { noOptions, type RuleOptions } from './options.ts';
import type { Preset } from './preset.ts';
import { problemRefs } from './problem-refs.data.ts';
import type { DockerfileContext, Report, Rule, RuleContext, RuleMessages } from './rule.ts';

/** A rule that is switched on, at the level that settings and preset give it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** True when the user's settings name this rule: their level then beats the grade of a single finding. */
  readonly pinned: boolean;
  /** The preset that was chosen; `recommended` when absent. */
  readonly preset?: Preset;
  /** Levels of single findings of rules that stand for many, by the id that a peer gives them: `sc2086`. */
  readonly parts?: ReadonlyMap<string, Level>;
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

export function runIgnoreRules(file: IgnoreFile, options: RunOptions): RunResult {
  const run = startRun(file, 'dockerignore', file.problems, options);
  for (const { on, ctx, guard } of run.rules) {
    guard(() => {
      on.dockerignore?.(file, ctx);
      if (on.pattern) for (const pattern of file.patterns) on.pattern(pattern, ctx);
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
): ReadonlyMap<string, readonly HandlingRule[]> {
  const byKeyword = new Map<string, HandlingRule[]>();
  for (const rule of rules) {
    for (const keyword of Object.keys(rule.on)) {
      // The lower-case names beside the keywords are asked for one by one.
      const handle = rule.on[keyword as Keyword];
      if (!handle || keyword !== keyword.toUpperCase()) continue;
      const known = byKeyword.get(keyword);
      if (known) known.push({ ...rule, handle });
      else byKeyword.set(keyword, [{ ...rule, handle }]);
    }
  }
  return byKeyword;
}

function startRun<File extends { readonly text: string }>(
  file: File,
  language: Language,
  problems: readonly Problem[],
  { rules, knowledge = noKnowledge, options = noOptions, today = '0000-00-00' }: RunOptions,
) {
  const findings: Finding[] = problems.map((problem) => fromProblem(language, problem));
  const crashes: { rule: string; error: unknown }[] = [];
  const start = (active: ActiveRule): RunningRule<RuleContext<File, RuleMessages>> => {
    let isDead = false;
    const report = (reported: Report<RuleMessages>): void => {
      const part = findPartLevel(active, reported);
      if (part !== 'off' && isWanted(active, reported)) findings.push(fromReport(active, reported, part));
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

/** What the settings say of this one finding, where they name it. */
function findPartLevel({ parts }: ActiveRule, { refs }: Report<RuleMessages>): Level | undefined {
  if (!refs || !parts?.size) return undefined;
  for (const [part, level] of parts) if (hasPart(refs, part)) return level;
  return undefined;
}

function fromProblem(language: string, { code, kind, message, span }: Problem): Finding {
  return {
    rule: `${language}/${code}`,
    kind,
    severity: 'error',
    message,
    span,
    refs: language === 'dockerfile' ? findProblemRefs(code) : {},
    related: [],
    fix: null,
    tag: null,
    suppressed: null,
  };
}

function findProblemRefs(code: string): RuleRefs {
  const known: Readonly<Record<string, RuleRefs>> = problemRefs;
  return known[code] ?? {};
}

function fromReport(
  { rule, severity, pinned }: ActiveRule,
  report: Report<RuleMessages>,
  part: Severity | undefined,
): Finding {
  const say = (key: string, data: Readonly<Record<string, string>> | undefined): Message => ({
    template: rule.messages[key] ?? key,
    args: data ?? {},
  });
  const { fix } = report;
  return {
    rule: rule.id,
    kind: rule.kind,
    severity: part ?? (pinned ? severity : (report.severity ?? severity)),
    message: say(report.message, report.data),
    span: report.at,
    refs: report.refs ?? rule.refs,
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
