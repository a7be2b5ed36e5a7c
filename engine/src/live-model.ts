import type { ContainerSummary } from '#core';
import { listContainers, listImages, listNetworks, listVolumes } from './lists.ts';
import type { Change } from './events.ts';
import type { CallOptions, EngineModel, Listed, ObjectKind } from './model.ts';
import type { Wire } from './wire.ts';

/** Beyond this many changed containers one whole list is cheaper than a filtered one. */
const mostSingles = 40;

/** What has to be asked for again. */
export interface Dirty {
  readonly kinds: Set<ObjectKind>;
  readonly containers: Set<string>;
}

export function nothingDirty(): Dirty {
  return { kinds: new Set(), containers: new Set() };
}

export function isDirty(dirty: Dirty): boolean {
  return dirty.kinds.size > 0 || dirty.containers.size > 0;
}

export function note(dirty: Dirty, change: Change): void {
  if ('id' in change) dirty.containers.add(change.id);
  else dirty.kinds.add(change.kind);
  if (dirty.containers.size > mostSingles) dirty.kinds.add('container');
}

export async function readModel(wire: Wire, options: CallOptions): Promise<EngineModel> {
  const [containers, images, volumes, networks] = await Promise.all([
    listContainers(wire, options),
    listImages(wire, options),
    listVolumes(wire, options),
    listNetworks(wire, options),
  ]);
  return { containers, images, volumes, networks };
}

/** The model with everything dirty read again. What did not change stays the same object, and so does the model. */
export async function updateModel(wire: Wire, old: EngineModel, dirty: Dirty, options: CallOptions) {
  const { kinds } = dirty;
  const [containers, images, volumes, networks] = await Promise.all([
    updateContainers(wire, old.containers, dirty, options),
    kinds.has('image') ? listImages(wire, options) : old.images,
    kinds.has('volume') ? listVolumes(wire, options) : old.volumes,
    kinds.has('network') ? listNetworks(wire, options) : old.networks,
  ]);
  return keepModel(old, { containers, images, volumes, networks });
}

/** `next`, with every part of `old` that says the same. */
export function keepModel(old: EngineModel, next: EngineModel): EngineModel {
  const kept: EngineModel = {
    containers: keep(old.containers, next.containers, (container) => container.id),
    images: keep(old.images, next.images, (image) => image.id),
    volumes: keep(old.volumes, next.volumes, (volume) => volume.name),
    networks: keep(old.networks, next.networks, (network) => network.id),
  };
  const same =
    kept.containers === old.containers &&
    kept.images === old.images &&
    kept.volumes === old.volumes &&
    kept.networks === old.networks;
  return same ? old : kept;
}

async function updateContainers(wire: Wire, old: EngineModel['containers'], dirty: Dirty, options: CallOptions) {
  if (dirty.kinds.has('container')) return listContainers(wire, options);
  if (dirty.containers.size === 0) return old;
  const asked = [...dirty.containers];
  const some = await listContainers(wire, options, { id: asked });
  // A record that cannot be read may be any of these: only the whole list counts them right.
  if (some.unreadable > 0 || old.unreadable > 0) return listContainers(wire, options);
  return replaceContainers(old, dirty.containers, some.items);
}

/** The engine lists the newest first; so does this. */
export function replaceContainers(
  old: Listed<ContainerSummary>,
  asked: ReadonlySet<string>,
  found: readonly ContainerSummary[],
): Listed<ContainerSummary> {
  const others = old.items.filter((container) => !asked.has(container.id));
  const fresh = found.filter((container) => asked.has(container.id));
  const items = [...fresh, ...others].sort((a, b) => compareText(b.created, a.created));
  return { items, unreadable: old.unreadable };
}

/** ISO times of one form order as text. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function keep<T>(old: Listed<T>, next: Listed<T>, keyOf: (item: T) => string): Listed<T> {
  if (old === next) return old;
  const known = new Map(old.items.map((item) => [keyOf(item), item]));
  const items = next.items.map((item) => {
    const before = known.get(keyOf(item));
    return before !== undefined && (before === item || JSON.stringify(before) === JSON.stringify(item)) ? before : item;
  });
  const same =
    old.unreadable === next.unreadable &&
    old.items.length === items.length &&
    items.every((item, index) => item === old.items[index]);
  return same ? old : { items, unreadable: next.unreadable };
}
