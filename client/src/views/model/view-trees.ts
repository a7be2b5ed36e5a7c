import type { EngineModel, EngineState } from '#engine';
import { containerNodes } from './containers.ts';
import { imageNodes } from './images.ts';
import { networkNodes } from './networks.ts';
import { viewNames, type TreeNode, type ViewName } from './node.ts';
import { volumeNodes } from './volumes.ts';

export interface ViewTree {
  readonly roots: readonly TreeNode[];
  /** Objects in the engine's list, however they are grouped. */
  readonly count: number;
  /** Records of the engine that could not be read. */
  readonly unreadable: number;
}

const nothing: ViewTree = { roots: [], count: 0, unreadable: 0 };

/** What each view shows of one state of the engine; nothing while there is none. */
export function viewTrees(state: EngineState): Readonly<Record<ViewName, ViewTree>> {
  const tree = (view: ViewName): ViewTree =>
    state.kind === 'connected' ? viewTree(view, state.endpoint.host, state.model) : nothing;
  return Object.fromEntries(viewNames.map((view) => [view, tree(view)])) as Record<ViewName, ViewTree>;
}

function viewTree(view: ViewName, engine: string, model: EngineModel): ViewTree {
  const { items, unreadable } = model[view];
  return { roots: rootsOf(view, engine, model), count: items.length, unreadable };
}

function rootsOf(view: ViewName, engine: string, model: EngineModel): readonly TreeNode[] {
  const containers = model.containers.items;
  switch (view) {
    case 'containers':
      return containerNodes(engine, containers);
    case 'images':
      return imageNodes(engine, model.images.items, containers);
    case 'volumes':
      return volumeNodes(engine, model.volumes.items, containers);
    case 'networks':
      return networkNodes(engine, model.networks.items, containers);
  }
}
