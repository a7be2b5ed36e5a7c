import type { SyntaxNode } from 'unbash';
import { lazily } from '../text/index.ts';
import type { ParsedScript } from './model.ts';
import { collectTokens } from './tokens.ts';
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
  const tree = parseTree(code);
  if (!tree) return { span, commands: [], complete: false, tokens: () => [], variables: () => [] };
  // The tree is many times as large as the text, so it is made again for the few who ask instead of being kept.
  const ask = <T>(find: (again: SyntaxNode) => readonly T[]) =>
    lazily((): readonly T[] => {
      const again = parseTree(code);
      return again ? find(again) : [];
    });
  return {
    span,
    ...flattenCommands(tree, code, offsetAt),
    tokens: ask((again) => collectTokens(again, code, offsetAt)),
    variables: ask((again) => findShellVariables(again, code, offsetAt)),
  };
}
