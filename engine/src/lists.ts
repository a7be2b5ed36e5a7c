import type { ContainerSummary, ImageSummary, NetworkSummary, VolumeSummary } from '#core';
import { asObject } from './fields.ts';
import { path } from './paths.ts';
import { readContainer, readImage, readList, readNetwork, readVolume } from './records.ts';
import type { CallOptions, Listed } from './model.ts';
import type { Wire } from './wire.ts';

/** What the engine wants as `filters`: every name with the values of which one must match. */
export type Filters = Readonly<Record<string, readonly string[]>>;

/** Ten thousand containers take about a second; sizes are never asked for, because the engine then walks the disk. */
const listDeadline = 15_000;

/** All containers, stopped ones too, or those that match. */
export async function listContainers(wire: Wire, options?: CallOptions, filters?: Filters) {
  const answer = await get(wire, path('containers', 'json'), { all: true, ...(filters && { filters }) }, options);
  return readList<ContainerSummary>(answer, readContainer, (container) => container.id);
}

export async function listImages(wire: Wire, options?: CallOptions, filters?: Filters): Promise<Listed<ImageSummary>> {
  const answer = await get(wire, path('images', 'json'), filters && { filters }, options);
  return readList(answer, readImage, (image) => image.id);
}

export async function listVolumes(wire: Wire, options?: CallOptions, filters?: Filters) {
  const answer = asObject(await get(wire, path('volumes'), filters && { filters }, options));
  // Without any volume, old engines say null here; without an object there is no list at all.
  const volumes = answer === undefined ? 'no list' : answer['Volumes'];
  return byName(readList<VolumeSummary>(volumes, readVolume, (volume) => volume.name));
}

export async function listNetworks(wire: Wire, options?: CallOptions, filters?: Filters) {
  const answer = await get(wire, path('networks'), filters && { filters }, options);
  return byName(readList<NetworkSummary>(answer, readNetwork, (network) => network.id));
}

/** The engine gives networks and volumes in another order each time, which would look like a change. */
function byName<T extends { readonly name: string; readonly id?: string }>(listed: Listed<T>): Listed<T> {
  const keyOf = (item: T): string => `${item.name}\0${item.id ?? ''}`;
  const items = [...listed.items].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return { ...listed, items };
}

function get(
  wire: Wire,
  address: string,
  query: Readonly<Record<string, unknown>> | undefined,
  options: CallOptions | undefined,
): Promise<unknown> {
  return wire.json({ method: 'GET', path: address, query: query ?? {}, options, deadline: listDeadline });
}
