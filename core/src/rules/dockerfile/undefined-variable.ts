import {
  findNearest,
  type Dockerfile,
  type Instruction,
  type Stage,
  type VariableUse,
} from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type Preset, type ReportedFix } from '../../lint/index.ts';
import { insert, replace, type Span } from '../../text/index.ts';
import { viewsWithout } from '../shared/buildkit.ts';
import { eachDeclared, type DeclaredNames } from '../shared/declared-names.ts';
import { findExpandedVariables } from '../shared/expanded-words.ts';
import { getLineEnding, matchCase } from '../shared/lines.ts';

const messages = {
  undefined: 'Nothing sets `{name}` up to here, so the builder puts in nothing.',
  misspelt: 'Nothing sets `{name}` up to here. Did you mean `{nearest}`?',
  global: 'The ARG `{name}` above the first FROM does not reach into this stage: declare it here once more.',
  correct: 'Write `{nearest}`',
  declare: 'Declare `{name}` in this stage',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/undefined-variable',
  kind: 'practice',
  severity: 'info',
  refs: { buildkit: ['UndefinedVar'] },
  title: 'Declare a variable before it is used',
  why: 'The builder puts nothing in the place of a variable that nobody has set, without a word. An ARG above the first FROM counts in FROM lines only; a stage that wants it says `ARG NAME` again.',
  source: 'https://docs.docker.com/reference/build-checks/undefined-var/',
  bad: 'ARG VERSION=1.2\nFROM alpine:3.23\nCOPY app-${VERSION}.jar /app.jar\n',
  good: 'ARG VERSION=1.2\nFROM alpine:3.23\nARG VERSION\nCOPY app-${VERSION}.jar /app.jar\n',
  messages,
  on: { dockerfile: checkFile },
});

/** BuildKit lets these be used without ever being declared. */
const exempt: ReadonlySet<string> = new Set(['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE']);
/** Names that look like a file's own would be compared for every use; that many are enough for anybody. */
const mostSuggestions = 20;

interface Place {
  readonly use: VariableUse;
  readonly instruction: Instruction;
  readonly names: DeclaredNames;
  readonly stage: Stage;
  /** `ENV LIB=/opt/lib:$LIB` is a habit, and harmless. */
  readonly isHabit: boolean;
}

function checkFile(file: Dockerfile, ctx: Context): void {
  if (!file.text.includes('$')) return;
  const globals = new Set(file.globalArgs.flatMap(({ assignments }) => assignments.map(({ name }) => name.value)));
  const told = new Set<string>();
  let suggestions = mostSuggestions;
  eachDeclared(file, ctx.knowledge, (instruction, names, stage) => {
    const uses = findExpandedVariables(instruction, file);
    const firstLine = uses.length > 0 ? file.text.indexOf('\n', instruction.span.start) : -1;
    // `ARG A=1 B=$A` sees itself, one word after the other.
    const earlier = new Set<string>();
    let next = 0;
    for (const use of uses) {
      let pair = instruction.assignments[next];
      while (pair && pair.span.end <= use.span.start) {
        if (instruction.keyword === 'ARG') earlier.add(pair.name.value);
        pair = instruction.assignments[++next];
      }
      if (names.has(use.name) || earlier.has(use.name) || exempt.has(use.name)) continue;
      const key = `${stage.index} ${use.name}`;
      const isHabit = instruction.keyword === 'ENV' && pair?.name.value === use.name;
      const place: Place = { use, instruction, names, stage, isHabit };
      const nearest = suggestions-- > 0 ? findSimilar(place, globals) : undefined;
      const isFirst = !told.has(key);
      told.add(key);
      report(place, { nearest, isGlobal: globals.has(use.name), isFirst, firstLine }, ctx);
    }
  });
}

function findSimilar({ use, names }: Place, globals: ReadonlySet<string>): string | undefined {
  if (globals.has(use.name) || use.name.length < 4 || names.own.size > 500) return undefined;
  return findNearest(use.name, [...names.own]);
}

interface Guess {
  readonly nearest: string | undefined;
  readonly isGlobal: boolean;
  readonly isFirst: boolean;
  /** Where the first line of the instruction ends, or -1 when it is the last one. */
  readonly firstLine: number;
}

function report(place: Place, guess: Guess, ctx: Context): void {
  const { name, span } = place.use;
  const views = findViews(place, guess);
  const isBelow = guess.firstLine >= 0 && span.start > guess.firstLine;
  const say = (at: Span, presets: readonly Preset[]): void => {
    if (guess.isGlobal) {
      const fix = guess.isFirst ? declare(place, ctx) : undefined;
      ctx.report({ at, message: 'global', data: { name }, fix, presets });
    } else if (guess.nearest !== undefined) {
      const data = { name, nearest: guess.nearest };
      ctx.report({ at, message: 'misspelt', data, fix: correct(place, guess.nearest), presets });
    } else ctx.report({ at, message: 'undefined', data: { name }, presets });
  };
  // BuildKit names the first line of an instruction.
  const isMoved = isBelow && views.includes('buildkit');
  say(span, isMoved ? views.filter((view) => view !== 'buildkit') : views);
  if (isMoved) say(place.instruction.keywordSpan, ['buildkit']);
}

/** Without an engine to ask, an image may set anything: then only what is plainly an oversight is told unasked. */
function findViews({ use, instruction, names, isHabit }: Place, { nearest, isGlobal }: Guess): readonly Preset[] {
  const own = viewsWithout('buildkit');
  if (instruction.keyword === 'EXPOSE') return names.isCertain || isGlobal ? own : ['strict'];
  const hasDefault = /^:?[-+]$/.test(use.modifier);
  const isOversight = isGlobal || nearest !== undefined || names.isCertain;
  return isOversight && !hasDefault && (isGlobal || !isHabit) ? [...own, 'buildkit'] : ['strict', 'buildkit'];
}

function declare({ use, stage }: Place, { text }: Context): ReportedFix<Messages> {
  const line = `${getLineEnding(text)}${matchCase('ARG', stage.from)} ${use.name}`;
  return { title: 'declare', data: { name: use.name }, edits: [insert(stage.from.span.end, line)], safe: false };
}

function correct({ use }: Place, nearest: string): ReportedFix<Messages> {
  return { title: 'correct', data: { nearest }, edits: [replace(use.nameSpan, nearest)], safe: false };
}
