import { parse, type SyntaxNode } from 'unbash';

/** Nobody writes such a script by hand, and a tree of it would take long. */
const longestScript = 1_000_000;

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
