import * as vscode from 'vscode';
import { say } from '../say.ts';
import { inertName, targetsOf, type Target, type TreeNode, type ViewName } from '../views/model/index.ts';
import type { TreeHandle } from '../views/tree-adapter.ts';
import type { Invocation, Tools } from './tools.ts';

export interface TargetChoice {
  readonly view: ViewName;
  /** Asks the user who named nothing. */
  readonly title: string;
  /** The flags that a target must have, each. */
  readonly needs?: readonly string[];
  /** False when the command makes sense for one object only. */
  readonly many?: boolean;
}

/** What a command shall act upon: the line with its selection, the view's selection, or what the user picks. Empty: nothing. */
export async function chooseTargets(
  tools: Tools,
  invocation: Invocation,
  choice: TargetChoice,
): Promise<readonly Target[]> {
  const handles = handlesOf(tools, invocation, choice.view);
  if (!handles) return pickTargets(tools, choice);
  const targets = handles.flatMap(({ node }) => targetsOf(node)).filter((target) => fits(target, choice));
  if (targets.length === 0) sayImpossible(handles);
  return uniqueTargets(targets);
}

function sayImpossible(handles: readonly TreeHandle[]): void {
  const name = inertName(handles.map(({ node }) => node.label).join(', '));
  if (name === '') return;
  void vscode.window.showInformationMessage(vscode.l10n.t('That cannot be done with {name} as it is now.', { name }));
}

/** Enter on a group keeps its usual meaning. Gives true when the invocation was spent on that. */
export async function toggledGroup(tools: Tools, invocation: Invocation, view: ViewName): Promise<boolean> {
  if (invocation[0] !== 'selection') return false;
  const [first] = tools.views[view].selection();
  if (!first || first.node.target) return false;
  await vscode.commands.executeCommand('list.toggleExpand');
  return true;
}

function handlesOf(tools: Tools, [first, second]: Invocation, view: ViewName): readonly TreeHandle[] | undefined {
  if (first === 'selection') return tools.views[view].selection();
  if (!isHandle(first)) return undefined;
  const selection = Array.isArray(second) ? second.filter(isHandle) : [];
  return selection.some(({ id }) => id === first.id) ? selection : [first];
}

function isHandle(value: unknown): value is TreeHandle {
  return typeof value === 'object' && value !== null && 'id' in value && 'node' in value;
}

function fits({ flags }: Target, { needs = [] }: TargetChoice): boolean {
  return needs.every((flag) => flags.includes(flag));
}

function uniqueTargets(targets: readonly Target[]): readonly Target[] {
  return [...new Map(targets.map((target) => [target.reference, target])).values()];
}

interface TargetItem extends vscode.QuickPickItem {
  readonly target: Target;
}

async function pickTargets(tools: Tools, choice: TargetChoice): Promise<readonly Target[]> {
  // Wakes the live model, so that the list is not the one of an hour ago.
  await tools.engine.use(() => Promise.resolve());
  const items = tools.views[choice.view].handles().flatMap(({ node }) => itemOf(node, choice));
  const { title } = choice;
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing on this engine to do that with.'));
    return [];
  }
  if (choice.many === false) {
    const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
    return picked ? [picked.target] : [];
  }
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDescription: true, canPickMany: true });
  return uniqueTargets((picked ?? []).map(({ target }) => target));
}

function itemOf(node: TreeNode, choice: TargetChoice): readonly TargetItem[] {
  const { target } = node;
  if (!target || !fits(target, choice)) return [];
  const description = inertName(node.description.map(say).join(' · '));
  return [{ label: inertName(target.name), description, iconPath: new vscode.ThemeIcon(node.icon), target }];
}
