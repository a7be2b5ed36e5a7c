import type { ParsedScript, ShellVariable } from './model.ts';
import { parseTree } from './tree.ts';
import { findShellVariables } from './variables.ts';
import { flattenCommands } from './walk.ts';

/**
 * The commands of a script, also those inside subshells, conditions, loops, functions and substitutions. `offset` is
 * where `code` begins in its file, or a function that finds the place of each character. Never throws.
 */
export function parseShell(code: string, offset: number | ((index: number) => number)): ParsedScript {
  const offsetAt = typeof offset === 'number' ? (index: number): number => offset + index : offset;
  const span = { start: offsetAt(0), end: code === '' ? offsetAt(0) : offsetAt(code.length - 1) + 1 };
  const tree = code.length > longestScript ? undefined : parseTree(code);
  if (!tree) return { span, commands: [], complete: false, variables: () => [] };
  return { span, ...flattenCommands(tree, code, offsetAt), variables: readVariables(code, offsetAt) };
}

/** Parses once more when asked: few scripts are, and a tree that is kept for all of them fills the memory. */
function readVariables(code: string, offsetAt: (index: number) => number): () => readonly ShellVariable[] {
  let found: readonly ShellVariable[] | undefined;
  return () => {
    if (found) return found;
    const tree = parseTree(code);
    found = tree ? findShellVariables(tree, code, offsetAt) : [];
    return found;
  };
}

/** Nobody writes such a script by hand, and a tree of it would take long. */
const longestScript = 1_000_000;
