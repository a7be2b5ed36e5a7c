import type { ComposeFile } from '../compose/index.ts';
import type { Dockerfile, Keyword } from '../dockerfile/index.ts';
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
  const ctx: DockerfileContext<RuleMessages> = {
    ...run.ctx,
    get calls() {
      return calls();
    },
  };
  for (const active of run.rules) {
    const { dockerfile, stage } = active.rule.on;
    if (dockerfile) run.show(active, dockerfile, file, ctx);
    if (stage) for (const each of file.stages) run.show(active, stage, each, ctx);
  }
  // Most rules look at one or two keywords, so each instruction is shown only to those that want it.
  const byKeyword = new Map<Keyword, readonly ActiveRule[]>();
  for (const instruction of file.instructions) {
    const { keyword } = instruction;
    if (keyword === null) continue;
    const wanting = byKeyword.get(keyword) ?? run.rules.filter(({ rule }) => rule.on[keyword] !== undefined);
    byKeyword.set(keyword, wanting);
    for (const active of wanting) {
      const handle = active.rule.on[keyword];
      if (handle) run.show(active, handle, instruction, ctx);
    }
  }
  return run.result();
}

export function runComposeRules(file: ComposeFile, options: RunOptions): RunResult {
  const run = startRun(file, 'compose', file.problems, options);
  for (const active of run.rules) {
    const { compose, service } = active.rule.on;
    if (compose) run.show(active, compose, file, run.ctx);
    if (service) for (const each of file.services) run.show(active, service, each, run.ctx);
  }
  return run.result();
}

export function runIgnoreRules(file: IgnoreFile, options: RunOptions): RunResult {
  const run = startRun(file, 'dockerignore', file.problems, options);
  for (const active of run.rules) {
    const { dockerignore, pattern } = active.rule.on;
    if (dockerignore) run.show(active, dockerignore, file, run.ctx);
    if (pattern) for (const each of file.patterns) run.show(active, pattern, each, run.ctx);
  }
  return run.result();
}

interface Run<Context> {
  readonly rules: readonly ActiveRule[];
  readonly ctx: Context;
  /** Lets a rule look at something. One that threw once looks at nothing more. */
  readonly show: <Thing, Ctx extends Context>(
    active: ActiveRule,
    handle: (thing: Thing, ctx: Ctx) => void,
    thing: Thing,
    ctx: Ctx,
  ) => void;
  readonly result: () => RunResult;
}

/** All rules share one context, since one of them looks at a time: making a hundred for each file would cost more than they do. */
function startRun<File extends { readonly text: string }>(
  file: File,
  language: Language,
  problems: readonly Problem[],
  { rules, knowledge = noKnowledge, options = noOptions, today = '0000-00-00' }: RunOptions,
): Run<RuleContext<File, RuleMessages>> {
  const findings: Finding[] = problems.map((problem) => fromProblem(language, problem));
  const crashes: { rule: string; error: unknown }[] = [];
  const dead = new Set<ActiveRule>();
  let looking: ActiveRule | undefined;
  const report = (reported: Report<RuleMessages>): void => {
    if (!looking) return;
    const part = findPartLevel(looking, reported);
    if (part !== 'off' && isWanted(looking, reported)) findings.push(fromReport(looking, reported, part));
  };
  return {
    rules: rules.filter(({ rule }) => rule.id.startsWith(`${language}/`)),
    ctx: { file, text: file.text, knowledge, options, today, report },
    show(active, handle, thing, ctx) {
      if (dead.has(active)) return;
      looking = active;
      try {
        handle(thing, ctx);
      } catch (error) {
        // One broken rule must not cost the user the findings of all others.
        dead.add(active);
        crashes.push({ rule: active.rule.id, error });
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
