import type { Message } from '#core';
import type { ObjectKind } from '#engine';

/** A sentence to translate, or a name that stays as it is. */
export type Text = Message | string;

/** The four views, named as in the manifest: `drydock.containers`, … */
export const viewNames = ['containers', 'images', 'volumes', 'networks'] as const;
export type ViewName = (typeof viewNames)[number];

/** What a command on a node acts upon. `id` and `reference` go to the engine, `name` to the user. */
export interface Target {
  readonly kind: ObjectKind;
  readonly id: string;
  /** What a removal names: the tag of an image, else the id. */
  readonly reference: string;
  readonly name: string;
  /** Flags of the node that the target came from, so that a command can tell whether it applies. */
  readonly flags: readonly string[];
}

/** One line of a tooltip. */
export interface Fact {
  readonly name: Message;
  readonly value: Text;
}

/** One line of a view, as data: what it shows and what can be done with it. */
export interface TreeNode {
  /** `engine/kind/objectId[/tag]`. Never holds state or time, so that selection and expansion survive every change. */
  readonly id: string;
  readonly label: string;
  /** Parts of the grey text beside the label, shown with a dot between them. */
  readonly description: readonly Text[];
  /** A codicon. Its shape, not only its colour, tells the state. */
  readonly icon: string;
  /** A theme colour for the icon; null for the default. */
  readonly color: string | null;
  /** Joined with `;` this is the `viewItem` that menus match, in this order: kind, state, then the rest. */
  readonly flags: readonly string[];
  /** What a screen reader says: the name with its kind, then state, health and ports. */
  readonly spoken: readonly Text[];
  readonly facts: readonly Fact[];
  /** Null for groups; a command on a group acts on its children. */
  readonly target: Target | null;
  /** Undefined for a leaf. */
  readonly children?: readonly TreeNode[];
}

/** The first node of each id: VS Code refuses a second one with the same id and would lose the whole view. */
export function withoutRepeatedIds(nodes: readonly TreeNode[]): TreeNode[] {
  const seen = new Set<string>();
  return nodes.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** All targets under a node, or its own. */
export function targetsOf(node: TreeNode): readonly Target[] {
  if (node.target) return [node.target];
  return (node.children ?? []).flatMap(targetsOf);
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** The order in which a person looks names up: `web 2` before `web 10`. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Sorts things under a key of theirs, keeping the order in each group. */
export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
