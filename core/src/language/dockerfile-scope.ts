import {
  ancestorsOf,
  environmentAt,
  expandText,
  predefinedArgs,
  type Assignment,
  type Dockerfile,
  type Environment,
  type Instruction,
  type Stage,
} from '../dockerfile/index.ts';
import { maskValue, type ImageFacts, type Knowledge } from '../lint/index.ts';
import type { Span } from '../text/index.ts';
import { renderCommand } from './describe-image.ts';
import { platformArgs } from './dockerfile-syntax.data.ts';
import { near } from './lines.ts';

/** A variable that the builder knows at some place, with its value as far as the text tells. */
export interface ScopeVariable {
  readonly name: string;
  /** Variables in it are filled in, and what sounds like a credential is covered; null when only a build can tell. */
  readonly value: string | null;
  readonly origin: 'global' | 'arg' | 'env' | 'image' | 'platform';
  readonly declaration: Assignment | null;
  /** The instruction of the declaration. */
  readonly instruction: Instruction | null;
}

type Scope = Map<string, ScopeVariable>;

/** The variables in scope for an instruction at `offset`: of its stage up to there, and of the stages it builds on. */
export function findVariables(
  file: Dockerfile,
  offset: number,
  knowledge: Knowledge,
): ReadonlyMap<string, ScopeVariable> {
  const stage = file.stages.findLast(({ from }) => from.span.end < offset);
  const inFrom = file.stages.some(({ from }) => from.span.start <= offset && offset <= from.span.end);
  if (!stage || inFrom) return findGlobals(file, offset);
  const globals = findGlobals(file, stage.from.span.start);
  const scope: Scope = new Map();
  const chain = stagesBelow(stage);
  const lowest = chain[0] ?? stage;
  const context = { globals, escape: file.escape, isOpen: !addImageEnv(scope, lowest, knowledge) };
  for (const { instructions } of chain) {
    for (const instruction of instructions) {
      if (instruction.span.start >= offset) break;
      declare(scope, instruction, context);
    }
  }
  return scope;
}

/** What FROM lines see: ARGs above the first FROM, and the platform arguments. */
export function findGlobals(file: Dockerfile, offset = Number.POSITIVE_INFINITY): Scope {
  const scope: Scope = new Map();
  for (const { value: name } of platformArgs) scope.set(name, builtIn(name, 'platform', null));
  for (const arg of file.globalArgs) {
    if (arg.span.start >= offset) break;
    for (const each of arg.assignments) {
      const value = valueOf(each, scope, { escape: file.escape, isOpen: false });
      scope.set(each.name.value, { ...builtIn(each.name.value, 'global', value), declaration: each, instruction: arg });
    }
  }
  return scope;
}

/** The variables by which a build is told of its proxies: RUN sees them without any ARG. */
export function proxyVariables(): readonly ScopeVariable[] {
  return predefinedArgs.map((name) => builtIn(name, 'platform', null));
}

/** The stage and those it is built on, the lowest first. */
export function stagesBelow(stage: Stage): readonly Stage[] {
  return ancestorsOf(stage).reverse();
}

/** What a container of a stage starts with, as far as the text and the knowledge of its image tell. */
export interface StageState {
  readonly image: string | null;
  /** What the engine knows of that image. */
  readonly facts: ImageFacts | undefined;
  readonly user: string | null;
  readonly workDir: string | null;
  /** As written, or as JSON when the image brings them. */
  readonly entrypoint: string | null;
  readonly cmd: string | null;
  readonly ports: readonly string[];
}

/** What the engine knows of the image that a stage is built on in the end. */
export function findBaseFacts(stage: Stage | undefined, knowledge: Knowledge): ImageFacts | undefined {
  const image = stage && imageBelow(stagesBelow(stage)[0]);
  return image === null || image === undefined ? undefined : knowledge.image(image);
}

/** With `file`, variables in the paths and names are filled in. */
export function findStageState(stage: Stage, knowledge: Knowledge, file?: Dockerfile): StageState {
  const chain = stagesBelow(stage);
  const image = imageBelow(chain[0]);
  const facts = image === null ? undefined : knowledge.image(image);
  const state: RunningState = {
    user: { text: facts?.user ?? null },
    workDir: { text: facts?.workingDir ?? null },
    entrypoint: renderCommand(facts?.entrypoint),
    cmd: renderCommand(facts?.cmd),
    ports: new Set(facts?.exposedPorts),
  };
  for (const { instructions } of chain) {
    // A CMD is made for the entrypoint it stands with: a stage that sets a new one starts without the inherited CMD.
    const hasCmd = instructions.some(({ keyword }) => keyword === 'CMD');
    for (const each of instructions) {
      applyInstruction(state, each);
      if (each.keyword === 'ENTRYPOINT' && !hasCmd) state.cmd = null;
    }
  }
  const { user, workDir, entrypoint, cmd, ports } = state;
  return { image, facts, user: fillIn(user, file), workDir: fillIn(workDir, file), entrypoint, cmd, ports: [...ports] };
}

interface RunningState {
  user: Written;
  workDir: Written;
  entrypoint: string | null;
  cmd: string | null;
  readonly ports: Set<string>;
}

function applyInstruction(state: RunningState, at: Instruction): void {
  const text = at.args[0]?.value;
  if (text === undefined) return;
  switch (at.keyword) {
    case 'USER':
      state.user = { text, at };
      break;
    case 'WORKDIR':
      state.workDir = { text: joinPath(state.workDir.text, text), at };
      break;
    case 'CMD':
      state.cmd = writtenCommand(at);
      break;
    case 'ENTRYPOINT':
      state.entrypoint = writtenCommand(at);
      break;
    case 'EXPOSE':
      for (const { value } of at.args) state.ports.add(value);
      break;
    default:
  }
}

interface Written {
  readonly text: string | null;
  readonly at?: Instruction;
}

function fillIn({ text, at }: Written, file: Dockerfile | undefined): string | null {
  if (text === null || !at || !file || !text.includes('$')) return text;
  return expandText(text, { escape: file.escape, environment: environmentAt(file, at) }).value ?? text;
}

function writtenCommand({ code, argsSpan, span }: Instruction): string {
  return code.slice(argsSpan.start - span.start, argsSpan.end - span.start).replace(/\s+/g, ' ');
}

function imageBelow(lowest: Stage | undefined): string | null {
  return lowest?.resolvedImage ?? lowest?.image?.value ?? null;
}

/** The stage that a name or, where allowed, a number means for an instruction of `before`; the builder ignores case. */
export function findStage(file: Dockerfile, name: string, before: number): Stage | undefined {
  const earlier = file.stages.filter(({ index }) => index < before);
  const byName = earlier.findLast((stage) => stage.name?.value.toLowerCase() === name.toLowerCase());
  return byName ?? (/^\d+$/.test(name) ? earlier[Number(name)] : undefined);
}

/** The builder gives every stage a PATH, when its image does not. */
const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Adds what the lowest image sets; false when nobody knows what that is. */
function addImageEnv(scope: Scope, { resolvedImage, base }: Stage, knowledge: Knowledge): boolean {
  const known = resolvedImage === null ? undefined : knowledge.image(resolvedImage)?.env;
  const isKnown = known !== undefined || base.kind === 'scratch';
  for (const [name, value] of Object.entries(known ?? {})) {
    scope.set(name, builtIn(name, 'image', maskValue(name, value)));
  }
  if (!scope.has('PATH')) scope.set('PATH', builtIn('PATH', 'image', isKnown ? defaultPath : null));
  return isKnown;
}

function builtIn(name: string, origin: ScopeVariable['origin'], value: string | null): ScopeVariable {
  return { name, value, origin, declaration: null, instruction: null };
}

interface ValueContext {
  readonly escape: string;
  /** True where the base image may set variables of which nobody knows. */
  readonly isOpen: boolean;
}

/** The values of one ENV all see the variables as they were before it. */
function declare(
  scope: Scope,
  instruction: Instruction,
  { globals, ...context }: ValueContext & { readonly globals: Scope },
): void {
  const { keyword, assignments } = instruction;
  if (keyword !== 'ENV' && keyword !== 'ARG') return;
  const origin = keyword === 'ENV' ? 'env' : 'arg';
  const declared = assignments.map((declaration): ScopeVariable => {
    const name = declaration.name.value;
    const own = valueOf(declaration, scope, context);
    const value = declaration.value ? own : (globals.get(name)?.value ?? null);
    return { name, value, origin, declaration, instruction };
  });
  for (const each of declared) {
    // An ARG that nobody gives a value leaves an ENV of the same name as it is.
    const isEmpty = origin === 'arg' && each.value === null && !each.declaration?.value;
    if (!isEmpty || !scope.has(each.name)) scope.set(each.name, each);
  }
}

/** A longer value is not worth showing, and variables that double each other would fill the memory. */
const longestValue = 4096;

function valueOf({ name, value }: Assignment, scope: Scope, { escape, isOpen }: ValueContext): string | null {
  if (!value) return null;
  const environment: Environment = {
    // Null means that only a build can tell, undefined that nobody sets it.
    get: (each) => (scope.has(each) || isOpen ? (scope.get(each)?.value ?? null) : undefined),
    names: () => [...scope.keys()],
  };
  const text = expandText(value.raw, { escape, environment }).value;
  return text === null || text.length > longestValue ? null : maskValue(name.value, text);
}

function joinPath(folder: string | null, path: string): string {
  return path.startsWith('/') || !folder ? path : `${folder.replace(/\/$/, '')}/${path}`;
}

/** The `$NAME` or `${NAME…}` at an offset, with its whole span. */
export function findVariableAt(text: string, area: Span, offset: number): { name: string; span: Span } | undefined {
  const window = near(area, offset);
  for (const match of text.slice(window.start, window.end).matchAll(/\$(?:\{([A-Za-z_]\w*)[^}]*\}?|([A-Za-z_]\w*))/g)) {
    const start = window.start + match.index;
    const span = { start, end: start + match[0].length };
    if (span.start <= offset && offset <= span.end) return { name: match[1] ?? match[2] ?? '', span };
  }
  return undefined;
}
