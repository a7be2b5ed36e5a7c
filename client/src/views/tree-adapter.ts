import * as vscode from 'vscode';
import { say } from '../say.ts';
import { findChanges, type TreeNode } from './model/index.ts';

/**
 * One line of a view as commands of this and other extensions get it; the same instance as long as the object exists.
 * `containerDesc` and `volumeName` have the shape that Dev Containers looks for.
 */
export interface TreeHandle {
  readonly id: string;
  /** What it shows now. */
  readonly node: TreeNode;
  readonly containerDesc?: { readonly Id: string };
  readonly volumeName?: string;
}

interface Entry {
  readonly handle: TreeHandle & { node: TreeNode };
  readonly parent: string | null;
}

/** Serves a tree of nodes to VS Code and asks it to draw only what changed. */
export class TreeAdapter implements vscode.TreeDataProvider<TreeHandle>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined | TreeHandle[]>();
  readonly onDidChangeTreeData = this.#changed.event;
  #roots: readonly TreeNode[] = [];
  #entries: ReadonlyMap<string, Entry> = new Map();

  /** All lines, groups before their children. */
  get handles(): readonly TreeHandle[] {
    return [...this.#entries.values()].map(({ handle }) => handle);
  }

  update(roots: readonly TreeNode[]): void {
    const changes = findChanges(this.#roots, roots);
    const entries = new Map<string, Entry>();
    const keep = (nodes: readonly TreeNode[], parent: string | null): void => {
      for (const node of nodes) {
        const handle = this.#entries.get(node.id)?.handle ?? newHandle(node);
        handle.node = node;
        entries.set(node.id, { handle, parent });
        keep(node.children ?? [], node.id);
      }
    };
    keep(roots, null);
    this.#roots = roots;
    this.#entries = entries;
    if (changes === 'all') this.#changed.fire(undefined);
    else if (changes.length > 0) this.#changed.fire(changes.flatMap((id) => entries.get(id)?.handle ?? []));
  }

  getChildren(parent?: TreeHandle): TreeHandle[] {
    const nodes = parent ? (parent.node.children ?? []) : this.#roots;
    return nodes.flatMap(({ id }) => this.#entries.get(id)?.handle ?? []);
  }

  getParent({ id }: TreeHandle): TreeHandle | undefined {
    const parent = this.#entries.get(id)?.parent;
    return typeof parent === 'string' ? this.#entries.get(parent)?.handle : undefined;
  }

  getTreeItem({ node }: TreeHandle): vscode.TreeItem {
    const { Expanded, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, node.children ? Expanded : None);
    item.id = node.id;
    item.description = node.description.map(say).join(' · ');
    item.iconPath = new vscode.ThemeIcon(
      node.icon,
      node.color === null ? undefined : new vscode.ThemeColor(node.color),
    );
    item.contextValue = node.flags.join(';');
    item.accessibilityInformation = { label: node.spoken.map(say).join(', ') };
    return item;
  }

  /** Tooltips are built when somebody points at a line. */
  resolveTreeItem(item: vscode.TreeItem, { node }: TreeHandle): vscode.TreeItem {
    if (node.facts.length === 0) return item;
    const tooltip = new vscode.MarkdownString();
    for (const { name, value } of node.facts) {
      tooltip
        .appendMarkdown('**')
        .appendText(say(name))
        .appendMarkdown('** ')
        .appendText(say(value))
        .appendMarkdown('  \n');
    }
    item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function newHandle(node: TreeNode): TreeHandle & { node: TreeNode } {
  if (node.target?.kind === 'container') return { id: node.id, node, containerDesc: { Id: node.target.id } };
  if (node.target?.kind === 'volume') return { id: node.id, node, volumeName: node.target.id };
  return { id: node.id, node };
}
