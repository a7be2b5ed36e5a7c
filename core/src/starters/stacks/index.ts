import { node } from './node.ts';
import { python } from './python.ts';
import type { Stack } from './stack.ts';

/** Every stack there is; a new one is one more file beside this one. */
export const stacks: readonly Stack[] = [node, python];

export function findStack(id: string): Stack | undefined {
  return stacks.find((stack) => stack.id === id);
}
