import type { Dockerfile, Instruction, Stage, Word } from './model.ts';
import { lexShell, type LexError, type LexedVariable } from './shell-lex.ts';

/** Values by name: null when only a build can tell, absent when unset. */
export interface Environment {
  get(name: string): string | null | undefined;
  /** All names that are set, for completion. */
  names(): readonly string[];
}

/** Set by the builder itself: before the first FROM without being declared, in a stage once ARG names them. */
export const platformArgs: readonly string[] = [
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'TARGETSTAGE',
];
/** May be given with `--build-arg` without any ARG. */
export const predefinedArgs: readonly string[] = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'];

export interface Expansion {
  /** Null when a value is unknown, or the text cannot be expanded. */
  readonly value: string | null;
  readonly error: LexError | null;
  readonly variables: readonly LexedVariable[];
}

/** Fills in a text's variables and removes its quotes, as the builder does with an instruction's arguments. */
export function expandText(
  text: string,
  { escape, environment }: { escape: string; environment: Environment },
): Expansion {
  if (!/[$"'\\`]/.test(text)) return { value: text, error: null, variables: [] };
  const lexed = lexShell(text, { escape, lookup: (name) => environment.get(name) });
  return { value: lexed.error || lexed.unknown ? null : lexed.text, error: lexed.error, variables: lexed.variables };
}

/** The word's value where `environment` holds, or null when nobody can know it. */
export function expandWord(word: Word, environment: Environment, escape = '\\'): string | null {
  return expandText(word.raw, { escape, environment }).value;
}

/** What a FROM line sees: the ARGs before the first FROM with their defaults, and the platform ARGs. */
export function globalEnvironment(instructions: readonly Instruction[], escape: string): Environment {
  const scope = createScope(globalFallback, 1);
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') break;
    if (instruction.keyword === 'ARG') declareArgs(scope, instruction, { escape, globals: null });
  }
  return scope;
}

/**
 * What the instruction's variables mean: ARG and ENV before it, in its stage and in the stages that one builds on.
 * A name that only the base image may set is unknown, not unset.
 */
export function environmentAt(file: Dockerfile, instruction: Instruction): Environment {
  const globals = globalEnvironment(file.globalArgs, file.escape);
  const stage = instruction.stage === null ? undefined : file.stages[instruction.stage];
  if (!stage || instruction.keyword === 'FROM') return globals;
  const scopes = new Map<Stage, Scope>();
  return scopeOf(stage, { scopes, globals, escape: file.escape, until: instruction });
}

/** Visits every instruction of every stage with what its variables mean there; one pass over the file. */
export function eachEnvironment(
  file: Pick<Dockerfile, 'stages' | 'globalArgs' | 'escape'>,
  visit: (instruction: Instruction, environment: Environment, stage: Stage) => void,
): void {
  const globals = globalEnvironment(file.globalArgs, file.escape);
  const scopes = new Map<Stage, Scope>();
  for (const stage of file.stages) {
    scopeOf(stage, { scopes, globals, escape: file.escape, visit: (member, scope) => visit(member, scope, stage) });
  }
}

interface Scope extends Environment {
  /** How many scopes a look-up may have to ask. */
  readonly depth: number;
  set(name: string, value: string | null): void;
}

interface ScopeContext {
  readonly scopes: Map<Stage, Scope>;
  readonly globals: Environment;
  readonly escape: string;
  readonly until?: Instruction;
  readonly visit?: (instruction: Instruction, environment: Environment) => void;
}

function scopeOf(stage: Stage, context: ScopeContext): Scope {
  const { scopes } = context;
  // From the farthest ancestor on, so that a long chain of stages needs no recursion.
  const chain: Stage[] = [];
  for (let current: Stage | undefined = stage; current && !scopes.has(current);) {
    chain.push(current);
    current = current.base.kind === 'stage' ? current.base.stage : undefined;
  }
  for (const member of chain.reverse()) {
    const parent = member.base.kind === 'stage' ? scopes.get(member.base.stage) : undefined;
    const scope = createScope(parent ?? imageEnvironment(member), (parent?.depth ?? 0) + 1);
    scopes.set(member, scope);
    if (!fillScope(scope, member, context)) return scope;
  }
  return scopes.get(stage) ?? createScope(imageEnvironment(stage), 1);
}

/** Runs a stage's instructions; false when the one that is asked for was reached. */
function fillScope(scope: Scope, stage: Stage, { escape, globals, until, visit }: ScopeContext): boolean {
  for (const instruction of stage.instructions) {
    if (until && (instruction === until || isInside(until, instruction))) return false;
    visit?.(instruction, scope);
    if (instruction.keyword === 'ARG') declareArgs(scope, instruction, { escape, globals });
    else if (instruction.keyword === 'ENV') setVariables(scope, instruction, escape);
  }
  return true;
}

function isInside(inner: Instruction, outer: Instruction): boolean {
  return outer.inner !== null && (outer.inner === inner || isInside(inner, outer.inner));
}

/** An image may set anything; of `scratch` it is known that it sets only PATH. */
function imageEnvironment(stage: Stage): Environment {
  const isKnown = stage.base.kind === 'scratch';
  return { get: (name) => (isKnown && name !== 'PATH' ? undefined : null), names: () => ['PATH'] };
}

const unknownEnvironment: Environment = { get: () => null, names: () => [] };

const globalFallback: Environment = {
  get: (name) => (platformArgs.includes(name) ? null : undefined),
  names: () => platformArgs,
};

/** A longer value is taken for unknown: variables that double each other would fill the memory. */
const longestValue = 16_384;

/** A chain of more stages than anybody writes: what lies behind is unknown, so that no look-up takes long. */
const deepestChain = 200;

function createScope(parent: Environment, depth: number): Scope {
  if (depth > deepestChain) return createScope(unknownEnvironment, 1);
  const own = new Map<string, string | null>();
  return {
    depth,
    get(name) {
      const value = own.get(name);
      return value === undefined ? parent.get(name) : value;
    },
    names: () => [...new Set([...own.keys(), ...parent.names()])],
    set: (name, value) => void own.set(name, value !== null && value.length > longestValue ? null : value),
  };
}

function declareArgs(
  scope: Scope,
  { assignments }: Instruction,
  { escape, globals }: { escape: string; globals: Environment | null },
): void {
  for (const { name, value } of assignments) {
    const own = value ? expandText(value.raw, { escape, environment: scope }).value : undefined;
    const inherited = globals?.get(name.value);
    // Only a build knows what --build-arg gives; the default is what the file says.
    if (value) scope.set(name.value, own ?? null);
    else scope.set(name.value, inherited ?? null);
  }
}

/** The values of one ENV all see the variables as they were before it. */
function setVariables(scope: Scope, { assignments }: Instruction, escape: string): void {
  const values = assignments.map(({ name, value }) => ({
    name: expandText(name.raw, { escape, environment: scope }).value,
    value: value ? expandText(value.raw, { escape, environment: scope }).value : null,
  }));
  for (const { name, value } of values) if (name !== null) scope.set(name, value);
}
