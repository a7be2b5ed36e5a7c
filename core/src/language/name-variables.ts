import {
  platformArgs,
  predefinedArgs,
  type Assignment,
  type Dockerfile,
  type Instruction,
  type Stage,
} from '../dockerfile/index.ts';
import { insideQuotes } from './name-stages.ts';
import { buildNamed, type Named, type NamedBuilder, type Occurrence } from './named.ts';
import { findBuilderUses, findShellUses, isPlainName, type VariablePlace } from './variable-uses.ts';

/**
 * Every ARG and ENV with the places that declare, set and read it. An ARG is one thing in the whole file, however many
 * stages declare it: `--build-arg` gives all of them the same value. An ENV is one in its stage and in those that are
 * built on it.
 */
export function nameVariables(file: Dockerfile): readonly Named[] {
  const walk: Walk = {
    file,
    builders: [],
    args: new Map(),
    globals: new Map(),
    candidates: findDeclaredNames(file.instructions),
  };
  const scopes = new Map<number, Scope>();
  for (const instruction of file.instructions) {
    if (instruction.stage === null) walkGlobal(walk, instruction);
  }
  for (const stage of file.stages) scopes.set(stage.index, walkStage(walk, stage, scopes));
  return walk.builders.map(({ named }) => named);
}

interface Walk {
  readonly file: Dockerfile;
  readonly builders: NamedBuilder[];
  readonly args: Map<string, NamedBuilder>;
  readonly globals: Map<string, Entry>;
  /** What a script has to hold to be worth reading. */
  readonly candidates: ReadonlySet<string>;
}

/** A variable where it is in force. */
interface Entry {
  readonly builder: NamedBuilder;
  readonly declaration: Occurrence | null;
}

interface Scope {
  readonly parent: Scope | undefined;
  readonly env: Map<string, Entry>;
  readonly args: Map<string, Entry>;
  /** ARGs that only the build knows which runs this stage's ONBUILD. */
  readonly triggered: Set<string>;
}

function findDeclaredNames(instructions: readonly Instruction[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const outer of instructions) {
    const { keyword, assignments } = outer.inner ?? outer;
    if (keyword !== 'ARG' && keyword !== 'ENV') continue;
    for (const { name } of assignments) names.add(name.value);
  }
  return names;
}

function walkGlobal(walk: Walk, instruction: Instruction): void {
  if (instruction.keyword !== 'ARG') return;
  const find = (name: string): Entry | undefined => findGlobal(walk, name);
  forEachDeclaration(instruction, findBuilderUses(instruction, walk.file), {
    use: (place) => addUse(place, find(place.name), null),
    declare: (assignment) => void walk.globals.set(assignment.name.value, declareArg(walk, assignment, null)),
  });
}

/** What FROM sees: the ARGs above it, and what the builder knows by itself. */
function findGlobal(walk: Walk, name: string): Entry | undefined {
  const known = walk.globals.get(name);
  if (known || !platformArgs.includes(name)) return known;
  return { builder: argNamed(walk, name), declaration: null };
}

function walkStage(walk: Walk, stage: Stage, scopes: ReadonlyMap<number, Scope>): Scope {
  const parent = stage.base.kind === 'stage' ? scopes.get(stage.base.stage.index) : undefined;
  const scope: Scope = { parent, env: new Map(), args: new Map(), triggered: new Set() };
  const late: (() => void)[] = [];
  for (const instruction of stage.instructions) {
    if (instruction === stage.from) {
      for (const use of findBuilderUses(instruction, walk.file)) {
        addUse(use, findGlobal(walk, use.name), stage.index);
      }
    } else walkInstruction(walk, { scope, instruction, stage: stage.index, late });
  }
  // What a container runs sees all that the stage sets, also below.
  for (const look of late) look();
  return scope;
}

interface Step {
  readonly scope: Scope;
  readonly instruction: Instruction;
  readonly stage: number;
  readonly late: (() => void)[];
}

const runtime: ReadonlySet<string | null> = new Set(['CMD', 'ENTRYPOINT', 'HEALTHCHECK']);

function walkInstruction(walk: Walk, step: Step): void {
  const { scope, instruction, stage } = step;
  const isTrigger = instruction.keyword === 'ONBUILD';
  const inner = isTrigger ? instruction.inner : instruction;
  if (!inner) return;
  const find = (name: string): Entry | undefined =>
    findEnv(scope, name) ?? (isTrigger && !scope.triggered.has(name) ? undefined : findArg(walk, scope, name));
  const uses = findBuilderUses(inner, walk.file);
  if (inner.keyword === 'ARG' || inner.keyword === 'ENV') {
    // All values of an ENV see the variables as they were before it; those of an ARG see each other.
    const entries = inner.keyword === 'ENV' ? uses.map(({ name }) => find(name)) : undefined;
    forEachDeclaration(inner, uses, {
      use: (place, index) => addUse(place, entries ? entries[index] : find(place.name), stage),
      declare: (assignment) => declare(walk, { ...step, instruction: inner }, { assignment, isTrigger }),
    });
    return;
  }
  for (const use of uses) addUse(use, find(use.name), stage);
  const shell = (inner.keyword === 'HEALTHCHECK' ? inner.inner : inner) ?? inner;
  if (!holdsCandidate(shell, walk.candidates)) return;
  const look = (lookUp: (name: string) => Entry | undefined): void => {
    for (const place of findShellUses(shell, walk.file.text)) addUse(place, lookUp(place.name), stage);
  };
  if (runtime.has(inner.keyword)) step.late.push(() => look((name) => findEnv(scope, name)));
  else look(find);
}

function holdsCandidate({ code, heredocs, keyword }: Instruction, candidates: ReadonlySet<string>): boolean {
  if (keyword !== 'RUN' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT') return false;
  const has = (text: string): boolean => (text.match(/[A-Za-z_]\w*/g) ?? []).some((word) => candidates.has(word));
  return candidates.size > 0 && (has(code) || heredocs.some(({ body }) => has(body)));
}

interface Visits {
  readonly use: (place: VariablePlace, index: number) => void;
  readonly declare: (assignment: Assignment) => void;
}

/** The uses and the declarations of an ARG or ENV in the order in which they stand. */
function forEachDeclaration({ assignments }: Instruction, uses: readonly VariablePlace[], visits: Visits): void {
  let next = 0;
  const useUntil = (end: number): void => {
    for (let use = uses[next]; use && use.span.start < end; use = uses[next]) visits.use(use, next++);
  };
  for (const assignment of assignments) {
    useUntil(assignment.span.end);
    if (isPlainName(assignment)) visits.declare(assignment);
  }
  useUntil(Number.POSITIVE_INFINITY);
}

function declare(
  walk: Walk,
  { scope, instruction, stage }: Step,
  { assignment, isTrigger }: { readonly assignment: Assignment; readonly isTrigger: boolean },
): void {
  const name = assignment.name.value;
  if (instruction.keyword === 'ARG') {
    scope.args.set(name, declareArg(walk, assignment, stage));
    if (isTrigger) scope.triggered.add(name);
    return;
  }
  const builder = findEnv(scope, name)?.builder ?? addBuilder(walk, buildNamed('env', name));
  const span = insideQuotes(assignment.name);
  const declaration = builder.add({ span, role: 'declaration', whole: assignment.span, stage });
  scope.env.set(name, { builder, declaration });
}

function declareArg(walk: Walk, { name, value, span: whole }: Assignment, stage: number | null): Entry {
  const builder = argNamed(walk, name.value);
  // Without a default of its own it takes the one from above the first FROM.
  const definition = stage !== null && !value ? (walk.globals.get(name.value)?.declaration ?? null) : null;
  const span = insideQuotes(name);
  return { builder, declaration: builder.add({ span, role: 'declaration', whole, definition, stage }) };
}

function argNamed(walk: Walk, name: string): NamedBuilder {
  const known = walk.args.get(name);
  if (known) return known;
  const builder = addBuilder(walk, buildNamed('arg', name));
  walk.args.set(name, builder);
  return builder;
}

function addBuilder(walk: Walk, builder: NamedBuilder): NamedBuilder {
  walk.builders.push(builder);
  return builder;
}

function addUse({ span, area, write }: VariablePlace, entry: Entry | undefined, stage: number | null): void {
  entry?.builder.add({ span, area, role: write ? 'write' : 'read', definition: entry.declaration, stage });
}

function findEnv(scope: Scope, name: string): Entry | undefined {
  return findInChain(scope, ({ env }) => env, name);
}

/** An ENV of that name, also of a stage below, has been looked for before. */
function findArg(walk: Walk, scope: Scope, name: string): Entry | undefined {
  const known = findInChain(scope, ({ args }) => args, name);
  if (known || !predefinedArgs.includes(name.toUpperCase())) return known;
  return { builder: argNamed(walk, name), declaration: null };
}

/** Remembered where it was asked for, so that a long chain of stages is climbed once for each name. */
function findInChain(scope: Scope, table: (scope: Scope) => Map<string, Entry>, name: string): Entry | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const entry = table(at).get(name);
    if (!entry) continue;
    table(scope).set(name, entry);
    return entry;
  }
  return undefined;
}
