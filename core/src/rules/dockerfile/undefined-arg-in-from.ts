import { findNearest, type Assignment, type Dockerfile, type Stage, type VariableUse } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { insert, lazily, replace } from '../../text/index.ts';
import { reportWord } from '../shared/buildkit.ts';
import { findFromNames, findFromVariables } from '../shared/from-args.ts';
import { getLineEnding, matchCase } from '../shared/lines.ts';

const messages = {
  undeclared: 'No ARG before the first FROM declares `{name}`, so it is empty here.',
  misspelt: 'No ARG before the first FROM declares `{name}`. Did you mean `{nearest}`?',
  declare: 'Declare `{name}` before the first FROM',
  correct: 'Write `{nearest}`',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/undefined-arg-in-from',
  kind: 'practice',
  severity: 'error',
  refs: { buildkit: ['UndefinedArgInFrom'], 'dockerfile-utils': ['BASE_NAME_EMPTY'] },
  title: 'Declare the variables of a FROM line before the first FROM',
  why: 'A FROM line sees only what ARG declares before the first stage. An ARG inside a stage ends with it, and a variable that nobody declared is empty.',
  source: 'https://docs.docker.com/reference/build-checks/undefined-arg-in-from/',
  bad: 'FROM alpine:3.23${SUFFIX}\nCMD ["date"]\n',
  good: 'ARG SUFFIX=.0\nFROM alpine:3.23${SUFFIX}\nCMD ["date"]\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const declared = findFromNames(file);
  const defaults = lazily(() => findDefaults(file));
  const asked = new Set<string>();
  for (const stage of file.stages) {
    for (const use of findFromVariables(stage, file.escape)) {
      if (declared.has(use.name)) continue;
      report({ use, stage, declared, defaults, isFirst: !asked.has(use.name) }, ctx);
      asked.add(use.name);
    }
  }
}

interface Undeclared {
  readonly use: VariableUse;
  readonly stage: Stage;
  readonly declared: ReadonlySet<string>;
  readonly defaults: () => ReadonlyMap<string, Assignment>;
  /** The first use of this name: one new line is enough for all. */
  readonly isFirst: boolean;
}

function report({ use, stage, declared, defaults, isFirst }: Undeclared, ctx: Context): void {
  const { name, span: at, modifier } = use;
  const nearest = isFirst && name.length > 3 ? findNearest(name, [...declared]) : undefined;
  // With a default of its own the line works without a declaration; then nobody can change it from outside, though.
  const presets = /^:?[-+]$/.test(modifier) ? (['strict', 'buildkit'] as const) : undefined;
  if (nearest === undefined) {
    const fix = isFirst ? declare({ name, stage, defaults }, ctx) : undefined;
    reportWord({ at, message: 'undeclared', data: { name }, fix, presets }, stage.from, ctx);
    return;
  }
  const edits = [replace(use.nameSpan, nearest)];
  const fix: ReportedFix<Messages> = { title: 'correct', data: { nearest }, edits, safe: false };
  reportWord({ at, message: 'misspelt', data: { name, nearest }, fix, presets }, stage.from, ctx);
}

/** The new line takes the default that an ARG inside a stage gives the name. */
function declare(
  { name, stage, defaults }: Pick<Undeclared, 'stage' | 'defaults'> & { readonly name: string },
  { file, text }: Context,
): ReportedFix<Messages> | undefined {
  const first = file.stages[0]?.from;
  if (!first || !/^\w+$/.test(name)) return undefined;
  const inner = defaults().get(name);
  const written = inner ? text.slice(inner.span.start, inner.span.end) : name;
  const pair = written.includes('\n') || written.includes('$') ? name : written;
  // A name that is none without its variable needs a default, which only the author knows.
  const isRefused = file.problems.some(({ span }) => span.start === stage.image?.span.start);
  if (pair === name && isRefused) return undefined;
  const line = `${matchCase('ARG', first)} ${pair}`;
  const edits = [insert(first.span.start, line + getLineEnding(text))];
  return { title: 'declare', data: { name }, edits, safe: false };
}

/** Defaults that ARG instructions inside stages give, by name; the first one counts. */
function findDefaults({ instructions }: Dockerfile): ReadonlyMap<string, Assignment> {
  const args = instructions.filter(({ keyword }) => keyword === 'ARG').flatMap(({ assignments }) => assignments);
  const withValue = args.filter(({ value }) => value !== null).reverse();
  return new Map(withValue.map((each) => [each.name.value, each]));
}
