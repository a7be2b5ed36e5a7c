import type { Dockerfile, Instruction, Stage } from '../../dockerfile/index.ts';

/** The variables known at one place of a build; undefined for those that only a build argument or the base image sets. */
export interface Scope {
  find(name: string): string | undefined;
}

/** Walks all instructions behind the first FROM once, with the variables that each of them sees. */
export function walkScopes(
  file: Dockerfile,
  visit: (instruction: Instruction, stage: Stage, scope: Scope) => void,
): void {
  const globals = createScope(null);
  for (const instruction of file.globalArgs) declare(instruction, globals, null);
  const scopes = new Map<number, MutableScope>();
  for (const stage of file.stages) {
    const parent = stage.base.kind === 'stage' ? (scopes.get(stage.base.stage.index) ?? null) : null;
    const scope = createScope(parent);
    scopes.set(stage.index, scope);
    for (const instruction of stage.instructions) {
      visit(instruction, stage, scope);
      declare(instruction, scope, globals);
    }
  }
}

/** The text with its variables filled in, or undefined when the value of one is not known from the file alone. */
export function expandVariables(text: string, scope: Scope): string | undefined {
  let expanded = '';
  let at = 0;
  for (const found of text.matchAll(/\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^${}]*))?\})/g)) {
    const [whole, bare, braced, operator, word = ''] = found;
    const value = withDefault(scope.find(bare ?? braced ?? ''), operator, word);
    if (value === undefined) return undefined;
    expanded += text.slice(at, found.index) + value;
    at = found.index + whole.length;
  }
  const rest = text.slice(at);
  // A dollar that is left belongs to a form of expansion that is not followed here.
  return rest.includes('$') || (at > 0 && expanded.includes('$')) ? undefined : expanded + rest;
}

function withDefault(value: string | undefined, operator: string | undefined, word: string): string | undefined {
  if (operator === '-') return value ?? word;
  if (operator === ':-') return value === undefined || value === '' ? word : value;
  return operator === undefined ? value : undefined;
}

interface MutableScope extends Scope {
  set(name: string, value: string | undefined, kind: 'arg' | 'env'): void;
}

function createScope(parent: MutableScope | null): MutableScope {
  const args = new Map<string, string | undefined>();
  const env = new Map<string, string | undefined>();
  return {
    find(name) {
      // ENV wins over ARG of the same name, wherever the ARG stands.
      if (env.has(name)) return env.get(name);
      if (args.has(name)) return args.get(name);
      return parent?.find(name);
    },
    set(name, value, kind) {
      (kind === 'env' ? env : args).set(name, value);
    },
  };
}

function declare(instruction: Instruction, scope: MutableScope, globals: Scope | null): void {
  const { keyword } = instruction;
  if (keyword !== 'ARG' && keyword !== 'ENV') return;
  for (const { name, value } of instruction.assignments) {
    const expanded = value ? expandVariables(value.value, scope) : globals?.find(name.value);
    scope.set(name.value, expanded, keyword === 'ARG' ? 'arg' : 'env');
  }
}
