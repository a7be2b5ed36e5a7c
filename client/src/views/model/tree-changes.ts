import type { TreeNode } from './node.ts';

/** `all` when the top of the tree changed; else the ids of the highest nodes that must be drawn again (maybe none). */
export type TreeChanges = 'all' | readonly string[];

/** The smallest redraw that turns one tree into the other. */
export function findChanges(before: readonly TreeNode[], after: readonly TreeNode[]): TreeChanges {
  if (!sameIds(before, after)) return 'all';
  return after.flatMap((node, index) => changesBelow(before[index], node));
}

function changesBelow(before: TreeNode | undefined, after: TreeNode): readonly string[] {
  // Most nodes of a large tree are the very same as before.
  if (before === after) return [];
  if (!before || face(before) !== face(after) || !sameIds(before.children ?? [], after.children ?? []))
    return [after.id];
  return (after.children ?? []).flatMap((child, index) => changesBelow(before.children?.[index], child));
}

/** Everything of a node that can be seen or acted upon, without its children. */
function face(node: TreeNode): string {
  return JSON.stringify({ ...node, children: node.children !== undefined });
}

function sameIds(before: readonly TreeNode[], after: readonly TreeNode[]): boolean {
  return before.length === after.length && before.every(({ id }, index) => id === after[index]?.id);
}
