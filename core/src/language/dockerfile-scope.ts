import type { Assignment, Dockerfile, Instruction, Stage } from '../dockerfile/index.ts';
import type { Knowledge } from '../lint/index.ts';
import type { Span } from '../text/index.ts';
import { platformArgs } from './dockerfile-syntax.data.ts';
import { near } from './lines.ts';

/** A variable that the builder knows at some place, with its value as far as the text tells. */
export interface ScopeVariable {
  readonly name: string;
  readonly value: string | null;
  readonly origin: 'global' | 'arg' | 'env' | 'image' | 'platform';
  readonly declaration: Assignment | null;
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
  for (const each of stagesBelow(stage)) {
    addImageEnv(scope, each, knowledge);
    for (const instruction of each.instructions) {
      if (instruction.span.start >= offset) break;
      declare(scope, instruction, globals);
    }
  }
  return scope;
}

/** What FROM lines see: ARGs above the first FROM, and the platform arguments. */
export function findGlobals(file: Dockerfile, offset = Number.POSITIVE_INFINITY): Scope {
  const scope: Scope = new Map();
  for (const { value: name } of platformArgs)
    scope.set(name, { name, value: null, origin: 'platform', declaration: null });
  for (const arg of file.globalArgs) {
    if (arg.span.start >= offset) break;
    for (const each of arg.assignments) scope.set(each.name.value, toVariable(each, 'global'));
  }
  return scope;
}

/** The stage and those it is built on, the lowest first. */
export function stagesBelow(stage: Stage): readonly Stage[] {
  const chain: Stage[] = [];
  for (let each: Stage | undefined = stage; each && !chain.includes(each);) {
    chain.unshift(each);
    each = each.base.kind === 'stage' ? each.base.stage : undefined;
  }
  return chain;
}

/** What a container of a stage starts with, as far as the text and the knowledge of its image tell. */
export interface StageState {
  readonly image: string | null;
  readonly user: string | null;
  readonly workDir: string | null;
}

export function findStageState(stage: Stage, knowledge: Knowledge): StageState {
  const chain = stagesBelow(stage);
  const image = imageBelow(chain[0]);
  const facts = image === null ? undefined : knowledge.image(image);
  let user = facts?.user ?? null;
  let workDir = facts?.workingDir ?? null;
  for (const { keyword, args } of chain.flatMap(({ instructions }) => instructions)) {
    const text = args[0]?.value;
    if (text === undefined) continue;
    if (keyword === 'USER') user = text;
    if (keyword === 'WORKDIR') workDir = joinPath(workDir, text);
  }
  return { image, user, workDir };
}

function imageBelow(lowest: Stage | undefined): string | null {
  return lowest?.resolvedImage ?? lowest?.image?.value ?? null;
}

function addImageEnv(scope: Scope, { resolvedImage, base }: Stage, knowledge: Knowledge): void {
  if (base.kind === 'stage' || resolvedImage === null) return;
  for (const [name, value] of Object.entries(knowledge.image(resolvedImage)?.env ?? {})) {
    scope.set(name, { name, value, origin: 'image', declaration: null });
  }
}

function declare(scope: Scope, { keyword, assignments }: Instruction, globals: Scope): void {
  for (const each of assignments) {
    const name = each.name.value;
    if (keyword === 'ENV') scope.set(name, toVariable(each, 'env'));
    // An ENV always wins over an ARG of the same name.
    else if (keyword === 'ARG' && !isEnv(scope.get(name))) {
      const given = toVariable(each, 'arg');
      scope.set(name, { ...given, value: given.value ?? globals.get(name)?.value ?? null });
    }
  }
}

function isEnv(variable: ScopeVariable | undefined): boolean {
  return variable?.origin === 'env' || variable?.origin === 'image';
}

function toVariable(declaration: Assignment, origin: ScopeVariable['origin']): ScopeVariable {
  return { name: declaration.name.value, value: declaration.value?.value ?? null, origin, declaration };
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
