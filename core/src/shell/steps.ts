import { forEachChild, type SyntaxNode } from 'unbash';
import { deepestSubstitution, parseTree } from './tree.ts';

/** A simple command or a pipeline of such; indices into the code. */
export interface ShellStep {
  readonly start: number;
  readonly end: number;
  /** Names of its commands, without those inside substitutions; null for `A=1` alone. */
  readonly names: readonly (string | null)[];
}

/** A script that is nothing but one step after the other. */
export interface ShellSteps {
  /** `&&`: the first failure ends it. `;`: each is run, whatever became of the one before. */
  readonly join: '&&' | ';';
  readonly steps: readonly ShellStep[];
}

/**
 * The steps of a script, or null when it is more than that: with conditions, loops, groups, functions, heredocs, jobs
 * in the background, `||`, `!`, comments, or substitutions of several commands. Of such a script it cannot be said in
 * general what `set -e` or another shell for a part of it would change.
 */
export function findSteps(code: string): ShellSteps | null {
  const tree = parseTree(code);
  if (!tree || tree.type !== 'Script' || ('errors' in tree && (tree.errors?.length ?? 0) > 0)) return null;
  if (tree.commands.length === 0 || tree.commands.some(({ background }) => background === true)) return null;
  const list = readList(tree.commands.map(({ command }) => command));
  if (!list) return null;
  const { join, parts } = list;
  if (!parts.every((part) => isPlain(part)) || hasMore(code, parts)) return null;
  const steps = parts.map((part) => ({ start: part.pos, end: part.end, names: namesOf(part) }));
  return { join, steps };
}

function readList(
  commands: readonly SyntaxNode[],
): { readonly join: ShellSteps['join']; readonly parts: readonly SyntaxNode[] } | undefined {
  const [only] = commands;
  if (commands.length > 1 || only?.type !== 'AndOr') return { join: commands.length > 1 ? ';' : '&&', parts: commands };
  return only.operators.every((operator) => operator === '&&') ? { join: '&&', parts: only.commands } : undefined;
}

const notPlain: ReadonlySet<SyntaxNode['type']> = new Set([
  'AndOr',
  'If',
  'For',
  'ArithmeticFor',
  'Select',
  'While',
  'Subshell',
  'BraceGroup',
  'Case',
  'TestCommand',
  'ArithmeticCommand',
  'Function',
  'Coproc',
  'HereDoc',
  'Negation',
  'Time',
]);

function isPlain(node: SyntaxNode, depth = 0): boolean {
  if (notPlain.has(node.type)) return false;
  if (node.type === 'Script' && (node.commands.length > 1 || node.source !== undefined)) return false;
  if (node.type === 'Statement' && node.background === true) return false;
  if (depth > deepestSubstitution) return false;
  let plain = true;
  forEachChild(node, (child) => {
    plain &&= isPlain(child, child.type === 'Script' ? depth + 1 : depth);
  });
  return plain;
}

/** True when something but operators and blanks stands between the steps: a comment. */
function hasMore(code: string, parts: readonly { readonly pos: number; readonly end: number }[]): boolean {
  let at = 0;
  for (const { pos, end } of [...parts, { pos: code.length, end: code.length }]) {
    if (/[^\s&;]/.test(code.slice(at, pos))) return true;
    at = end;
  }
  return false;
}

function namesOf(part: SyntaxNode): (string | null)[] {
  if (part.type === 'Command') return [part.name ? part.name.value : null];
  return part.type === 'Pipeline' ? part.commands.flatMap(namesOf) : [];
}
