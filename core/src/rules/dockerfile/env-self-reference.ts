import {
  findVariables,
  type Assignment,
  type Dockerfile,
  type Instruction,
  type VariableUse,
} from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { getLineEnding, matchCase } from '../shared/lines.ts';
import { getSections } from '../shared/stages.ts';
import { onlyHadolint, ownView } from '../shared/views.ts';
import { findReferencesAsHadolint } from '../shared/env-references.ts';

const messages = {
  tooEarly: '`{name}` gets its value only behind this ENV: here it is what it was before.',
  split: 'Begin a second ENV here',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/env-self-reference',
  kind: 'practice',
  severity: 'error',
  refs: { hadolint: ['DL3044'] },
  title: 'Use a variable only behind the ENV that sets it',
  why: 'All values of one ENV are worked out with the variables as they were before it. A variable set by a neighbour is still empty there, or still has its old value.',
  source: 'https://docs.docker.com/reference/dockerfile/#environment-replacement',
  bad: 'FROM alpine:3.23\nENV APP_HOME=/srv/app \\\n    APP_DATA=$APP_HOME/data\n',
  good: 'FROM alpine:3.23\nENV APP_HOME=/srv/app\nENV APP_DATA=$APP_HOME/data\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const wanted = file.instructions.filter(isCandidate);
  if (wanted.length === 0) return;
  const ever = new Set<string>();
  for (const { stage, instructions } of getSections(file)) {
    const here = new Set<string>();
    // A stage built on another one has its variables; which of them, all of the file's names are a good guess for.
    const known = stage?.base.kind === 'stage' ? ever : here;
    for (const instruction of instructions) {
      if (isCandidate(instruction)) checkEnv(instruction, { known, ever }, ctx);
      if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') continue;
      for (const { name } of instruction.assignments) {
        here.add(name.value);
        ever.add(name.value);
      }
    }
  }
}

function isCandidate({ keyword, assignments, code }: Instruction): boolean {
  return keyword === 'ENV' && assignments.length > 1 && code.includes('$');
}

interface Names {
  /** Set before, as far as this stage goes. */
  readonly known: ReadonlySet<string>;
  /** Set before in any stage: hadolint does not forget at FROM. */
  readonly ever: ReadonlySet<string>;
}

function checkEnv(env: Instruction, { known, ever }: Names, ctx: Context): void {
  const places = placesByName(env.assignments);
  const isSeenByHadolint = findReferencesAsHadolint(env.assignments).some((name) => !ever.has(name));
  const fixed = new Set<number>();
  let hasOwn = false;
  for (const { use, index } of usesByAssignment(env, ctx)) {
    const others = places.get(use.name)?.filter((other) => other !== index) ?? [];
    if (others.length === 0 || known.has(use.name)) continue;
    hasOwn = true;
    const isFixable = others.some((other) => other < index) && !fixed.has(index);
    const fix = isFixable ? split(env, index, ctx) : undefined;
    fixed.add(index);
    const presets = isSeenByHadolint ? undefined : ownView;
    ctx.report({ at: use.span, message: 'tooEarly', data: { name: use.name }, fix, presets });
  }
  if (isSeenByHadolint && !hasOwn) reportForHadolint(env, ever, ctx);
}

function reportForHadolint(env: Instruction, ever: ReadonlySet<string>, ctx: Context): void {
  const name = findReferencesAsHadolint(env.assignments).find((each) => !ever.has(each)) ?? '';
  ctx.report({ at: env.keywordSpan, message: 'tooEarly', data: { name }, presets: onlyHadolint });
}

/** The first two places that set a name are enough to know whether another pair does. */
function placesByName(assignments: readonly Assignment[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, { name }] of assignments.entries()) {
    const known = places.get(name.value);
    if (!known) places.set(name.value, [index]);
    else if (known.length < 2) known.push(index);
  }
  return places;
}

interface PlacedUse {
  readonly use: VariableUse;
  /** Index of the assignment in whose value it stands. */
  readonly index: number;
}

function usesByAssignment(env: Instruction, { file }: Context): PlacedUse[] {
  let index = 0;
  return findVariables(env, file.escape).flatMap((use): PlacedUse[] => {
    while ((env.assignments[index]?.span.end ?? Infinity) <= use.span.start) index++;
    const value = env.assignments[index]?.value;
    return value && value.span.start <= use.span.start ? [{ use, index }] : [];
  });
}

/** Unsafe, since the value changes to what was meant. */
function split(env: Instruction, index: number, { text }: Context): ReportedFix<Messages> | undefined {
  const before = env.assignments[index - 1];
  const here = env.assignments[index];
  if (!before || !here || env.span.start !== env.keywordSpan.start) return undefined;
  const between = { start: before.span.end, end: here.span.start };
  // A comment between the two belongs to one of them, and only the author knows to which.
  if (text.slice(between.start, between.end).includes('#')) return undefined;
  return {
    title: 'split',
    edits: [replace(between, `${getLineEnding(text)}${matchCase('ENV', env)} `)],
    safe: false,
  };
}
