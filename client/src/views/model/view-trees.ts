import type { EngineModel, EngineState } from '#engine';
import { containerNodes, type DrawnContainers } from './containers.ts';
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

export type ViewTrees = Readonly<Record<ViewName, ViewTree>>;

/** What each view shows of one state of the engine; nothing while there is none. */
export function viewTrees(state: EngineState): ViewTrees {
  return createViewTrees()(state);
}

/** The same for one state after another, where what did not change is not drawn again. */
export function createViewTrees(): (state: EngineState) => ViewTrees {
  let drawn: DrawnContainers = new WeakMap();
  let host = '';
  return (state) => {
    // The ids begin with the engine's address, so nothing drawn for one engine serves another.
    if (state.endpoint.host !== host) drawn = new WeakMap();
    ({ host } = state.endpoint);
    const tree = (view: ViewName): ViewTree =>
      state.kind === 'connected' ? viewTree(view, host, state.model, drawn) : nothing;
    return Object.fromEntries(viewNames.map((view) => [view, tree(view)])) as Record<ViewName, ViewTree>;
  };
}

function viewTree(view: ViewName, engine: string, model: EngineModel, drawn: DrawnContainers): ViewTree {
  const { items, unreadable } = model[view];
  return { roots: rootsOf(view, engine, model, drawn), count: items.length, unreadable };
}

function rootsOf(view: ViewName, engine: string, model: EngineModel, drawn: DrawnContainers): readonly TreeNode[] {
  const containers = model.containers.items;
  switch (view) {
    case 'containers':
      return containerNodes(engine, containers, drawn);
    case 'images':
      return imageNodes(engine, model.images.items, containers);
    case 'volumes':
      return volumeNodes(engine, model.volumes.items, containers);
    case 'networks':
      return networkNodes(engine, model.networks.items, containers);
  }
}
