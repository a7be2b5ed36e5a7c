import * as vscode from 'vscode';
import type { EngineState } from '#engine';
import { engineName, type EngineService } from '../engine-service.ts';
import { stateKey } from '../failure.ts';
import { createViewTrees, viewNames, type ViewName, type ViewTree } from './model/index.ts';
import { TreeAdapter, type TreeHandle } from './tree-adapter.ts';

/** One view of the activity bar as commands see it. */
export interface EngineView {
  readonly name: ViewName;
  /** The id in the manifest. */
  readonly id: string;
  handles(): readonly TreeHandle[];
  selection(): readonly TreeHandle[];
  count(): number;
}
export type EngineViews = Readonly<Record<ViewName, EngineView>>;

/** Fills the four views from the engine's state and tells it when somebody looks. */
export function registerViews(context: vscode.ExtensionContext, engine: EngineService): EngineViews {
  const shown = viewNames.map((name) => showView(context, engine, name));
  const treesOf = createViewTrees();
  const draw = (state: EngineState): void => {
    void vscode.commands.executeCommand('setContext', 'drydock.engineState', stateKey(state));
    const trees = treesOf(state);
    for (const { view, draw } of shown) draw(trees[view.name], state);
  };
  context.subscriptions.push(engine.onDidChange(draw));
  draw(engine.state);
  return Object.fromEntries(shown.map(({ view }) => [view.name, view])) as Record<ViewName, EngineView>;
}

function showView(context: vscode.ExtensionContext, engine: EngineService, name: ViewName) {
  const id = `drydock.${name}`;
  const adapter = new TreeAdapter();
  const tree = vscode.window.createTreeView(id, {
    treeDataProvider: adapter,
    canSelectMany: true,
    showCollapseAll: name === 'containers',
  });
  let count = 0;
  tree.onDidChangeVisibility(({ visible }) => engine.need(id, visible), null, context.subscriptions);
  engine.need(id, tree.visible);
  context.subscriptions.push(adapter, tree);
  const view: EngineView = {
    name,
    id,
    handles: () => adapter.handles,
    selection: () => tree.selection,
    count: () => count,
  };
  const draw = ({ roots, count: found, unreadable }: ViewTree, state: EngineState): void => {
    count = found;
    adapter.update(roots);
    describe(tree, name, state);
    // A message would hide the welcome text, so there is none unless there is something to say.
    const unread = vscode.l10n.t('{count} records of the engine could not be read.', { count: unreadable });
    tree.message = unreadable > 0 ? unread : '';
  };
  return { view, draw };
}

/** Names the engine where that matters: always on top, in every view while it cannot be reached. */
function describe(tree: vscode.TreeView<TreeHandle>, name: ViewName, state: EngineState): void {
  tree.description = name === 'containers' || state.kind !== 'connected' ? engineName(state.endpoint) : '';
  if (name !== 'containers') return;
  const ill = state.kind === 'connected' ? state.model.containers.items.filter(isIll).length : 0;
  const tooltip = vscode.l10n.t('{count} containers are unhealthy or restarting', { count: ill });
  tree.badge = ill > 0 ? { value: ill, tooltip } : undefined;
}

function isIll({ health, state }: { readonly health: string | null; readonly state: string }): boolean {
  return (state === 'running' && health === 'unhealthy') || state === 'restarting';
}
