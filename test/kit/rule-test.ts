import {
  applyEdits,
  contextOfFiles,
  formatMessage,
  languageOfRule,
  knowImages,
  noOptions,
  parseDocument,
  parseLintConfig,
  runRules,
  type Finding,
  type Knowledge,
  type Preset,
  type Rule,
  type RuleOptions,
  type SourceDocument,
} from '#core';
import { describe, expect, test } from 'vitest';
import { dedent, drawMarks, readDrawing } from './marks.ts';

export interface RuleCase {
  /** The text with its findings drawn below their lines; nothing drawn means nothing may be found. */
  readonly given: string;
  /** The text once every fix is applied; omit it when the findings have none. */
  readonly fixed?: string;
  readonly knowledge?: Knowledge | undefined;
  /** Texts by path: the whole context of a build, its `.dockerignore` among them. */
  readonly files?: Readonly<Record<string, string>> | undefined;
  /** The preset that is chosen; `recommended` when absent. */
  readonly preset?: Preset | undefined;
  /** A piece of a `drydock.yaml`; the rule's own when absent. */
  readonly configuration?: string | undefined;
  /** `2026-01-01` when absent. */
  readonly today?: string | undefined;
}

/**
 * Draws a rule's behaviour, and proves for each case what DESIGN asks of fixes and samples. `knowledge` is what its
 * samples, and the cases that bring none, are judged with.
 */
export function ruleTest(rule: Rule, cases: Readonly<Record<string, RuleCase>>, knowledge?: Knowledge): void {
  describe(rule.id, () => {
    test('the bad sample fires', () => {
      const advice = 'put the mistake into `bad`, or let the visitor report it';
      expect(
        findingsOf(rule, rule.bad, { knowledge, files: rule.beside }).length,
        `nothing is found in the bad sample: ${advice}\n${rule.bad}`,
      ).toBeGreaterThan(0);
    });
    test('the good sample is clean', () => {
      const shown = draw(rule, rule.good, { knowledge, files: rule.beside });
      expect(shown, 'something is found in the good sample').toBe(rule.good);
    });
    for (const [name, ruleCase] of Object.entries(cases)) test(name, () => checkCase(rule, { knowledge, ...ruleCase }));
  });
}

function checkCase(rule: Rule, { given, fixed, ...view }: RuleCase): void {
  const { text, marks } = readDrawing(given);
  expect(draw(rule, text, view)).toBe(drawMarks(text, marks));
  const findings = findingsOf(rule, text, view);
  const fixes = findings.flatMap((finding) => finding.fix ?? []);
  if (fixed === undefined) {
    expect(fixes, 'a fix was offered that the drawing does not show').toEqual([]);
    return;
  }
  expect(fixes.length, 'no fix was offered').toBeGreaterThan(0);
  const after = applyEdits(
    text,
    fixes.flatMap((fix) => fix.edits),
  );
  expect(after).toBe(dedent(fixed));
  // A fix clears its finding, adds no problem, and there is nothing left to do a second time.
  const left = findingsOf(rule, after ?? '', view).filter((finding) => finding.fix !== null);
  expect(left, 'the fix did not clear its finding').toEqual([]);
  expect(problemsOf(rule, after ?? '')).toEqual(problemsOf(rule, text));
}

type View = Omit<RuleCase, 'given' | 'fixed'>;

function findingsOf(rule: Rule, text: string, view: View = {}): Finding[] {
  const { knowledge = knowImages(rule.images ?? {}), preset = 'recommended', today = '2026-01-01', files } = view;
  const options = {
    rules: [{ rule, severity: 'warning' as const, pinned: false, preset }],
    knowledge: withFiles(knowledge, files),
    options: readOptions(view.configuration ?? rule.configuration),
    today,
  };
  const { findings, crashes } = runRules(parse(rule, text), options);
  for (const crash of crashes) throw crash.error;
  return findings.filter((finding) => finding.rule === rule.id);
}

function readOptions(configuration: string | undefined): RuleOptions {
  if (configuration === undefined) return noOptions;
  const { config, problems } = parseLintConfig(dedent(configuration), []);
  expect(problems, 'the configuration is not understood').toEqual([]);
  return config.options;
}

function withFiles(knowledge: Knowledge, files: View['files']): Knowledge {
  return files ? { ...knowledge, context: contextOfFiles(files) } : knowledge;
}

function parse(rule: Rule, text: string): SourceDocument {
  const language = languageOfRule(rule.id);
  return parseDocument(language === undefined || language === 'engine' ? 'dockerfile' : language, '', text);
}

function problemsOf(rule: Rule, text: string): string[] {
  return parse(rule, text).model.problems.map((problem) => problem.code);
}

function draw(rule: Rule, text: string, view?: View): string {
  const marks = findingsOf(rule, text, view).map(({ span, message }) => ({
    ...span,
    message: formatMessage(message),
  }));
  return drawMarks(text, marks);
}
