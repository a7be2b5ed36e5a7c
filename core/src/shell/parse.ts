import { parse, type SyntaxNode } from 'unbash';
import type { ShellScript } from './model.ts';
import { flattenCommands } from './walk.ts';

/**
 * The commands of a script, also those inside subshells, conditions, loops, functions and substitutions. `offset` is
 * where `code` begins in its file, or a function that finds the place of each character. Never throws.
 */
export function parseShell(code: string, offset: number | ((index: number) => number)): ShellScript {
  const offsetAt = typeof offset === 'number' ? (index: number): number => offset + index : offset;
  const span = { start: offsetAt(0), end: code === '' ? offsetAt(0) : offsetAt(code.length - 1) + 1 };
  const tree = code.length > longestScript ? undefined : parseTree(code);
  if (!tree) return { span, commands: [], complete: false };
  return { span, ...flattenCommands(tree, code, offsetAt) };
}

/** Nobody writes such a script by hand, and a tree of it would take long. */
const longestScript = 1_000_000;

function parseTree(code: string): SyntaxNode | undefined {
  try {
    return parse(code);
  } catch {
    // The library gives up on input nested deeper than its limits.
    return undefined;
  }
}
