import { parse, type SyntaxNode } from 'unbash';

/** Nobody writes such a script by hand, and a tree of it would take long. */
const longestScript = 1_000_000;

/**
 * Nobody writes substitutions in substitutions deeper than that. The library reads each of them when it is looked at,
 * to the end of the text, so that all of a deep nest would take the square of its length.
 */
export const deepestSubstitution = 8;

/** The library's tree of a script; undefined for one that it gives up on. */
export function parseTree(code: string): SyntaxNode | undefined {
  if (code.length > longestScript) return undefined;
  try {
    return parse(code);
  } catch {
    // The library gives up on input nested deeper than its limits.
    return undefined;
  }
}
