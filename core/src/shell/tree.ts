import { parse, type SyntaxNode } from 'unbash';

/** The syntax tree of a script, or undefined where the library gives up: on input nested deeper than its limits. */
export function parseTree(code: string): SyntaxNode | undefined {
  try {
    return parse(code);
  } catch {
    return undefined;
  }
}
