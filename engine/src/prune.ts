import { message, type VolumeSummary } from '#core';
import { EngineError } from './error.ts';
import { toEngineError } from './errors.ts';
import { asObject, list } from './fields.ts';
import { listContainers, listImages, listNetworks, listVolumes } from './lists.ts';
import { compare } from './negotiate.ts';
import { objectPath } from './paths.ts';
import { containerSizes, volumeSizes } from './sizes.ts';
import { remove } from './verbs.ts';
import type { CallOptions, Doomed, EngineVersion, ObjectKind, PruneOutcome } from './model.ts';
import type { Wire } from './wire.ts';

const inspectDeadline = 10_000;
/** Networks that the engine itself makes and does not let go. */
const predefined: ReadonlySet<string> = new Set(['bridge', 'host', 'none', 'nat', 'ingress', 'docker_gwbridge']);

/** What a prune of this kind would take now. Anything a container refers to stays, also when that container is stopped. */
export function previewPrune(
  wire: Wire,
  version: EngineVersion,
  kind: ObjectKind,
  options?: CallOptions,
): Promise<readonly Doomed[]> {
  switch (kind) {
    case 'container':
      return stoppedContainers(wire, options);
    case 'image':
      return danglingImages(wire, options);
    case 'volume':
      return anonymousVolumes(wire, version, options);
    case 'network':
      return unusedNetworks(wire, options);
  }
}

/** One by one, so that one refusal stops nothing else and each object gets its own words. */
export async function prune(wire: Wire, doomed: readonly Doomed[], options?: CallOptions) {
  const outcomes: PruneOutcome[] = [];
  for (const object of doomed) {
    try {
      await checkStillDoomed(wire, object, options);
      await remove(wire, object.kind, object.id, { options });
      outcomes.push({ object, removed: true, error: null });
    } catch (error) {
      const { message: words, own } = toEngineError(error);
      outcomes.push({ object, removed: false, error: words, ...(own === null ? {} : { own }) });
    }
  }
  return outcomes;
}

/** By its id the engine also removes an image that got a name since the list was shown. */
async function checkStillDoomed(wire: Wire, object: Doomed, options: CallOptions | undefined): Promise<void> {
  if (object.kind !== 'image') return;
  const call = {
    method: 'GET',
    path: objectPath('image', object.id, 'json'),
    options,
    deadline: inspectDeadline,
  } as const;
  const image = await wire.json(call).catch((error: unknown) => {
    // Gone already is as good as removed; the removal itself says so.
    if (error instanceof EngineError && error.kind === 'not-found') return {};
    throw error;
  });
  const tags = list(asObject(image) ?? {}, 'RepoTags');
  if (tags.length > 0)
    throw new EngineError('conflict', message('The image is called {tags} by now.', { tags: tags.join(', ') }));
}

async function stoppedContainers(wire: Wire, options: CallOptions | undefined): Promise<readonly Doomed[]> {
  const filters = { status: ['created', 'exited', 'dead'] };
  const { items } = await listContainers(wire, options, filters);
  if (items.length === 0) return [];
  const sizes = await containerSizes(wire, filters, options);
  return items.map(({ id, name }) => ({ kind: 'container', id, name, size: sizes.get(id) ?? null }));
}

async function danglingImages(wire: Wire, options: CallOptions | undefined): Promise<readonly Doomed[]> {
  const { items } = await listImages(wire, options, { dangling: ['true'] });
  if (items.length === 0) return [];
  const containers = await listContainers(wire, options);
  const used = new Set(containers.items.map((container) => container.imageId));
  return items
    .filter((image) => image.tags.length === 0 && !used.has(image.id))
    .map(({ id, size }) => ({ kind: 'image', id, name: id.replace(/^sha256:/, '').slice(0, 12), size }));
}

async function anonymousVolumes(wire: Wire, version: EngineVersion, options: CallOptions | undefined) {
  const { items } = await listVolumes(wire, options, { dangling: ['true'] });
  const anonymous = items.filter((volume) => volume.driver === 'local' && isAnonymous(volume, version));
  if (anonymous.length === 0) return [];
  const sizes = await volumeSizes(wire, version, options);
  return anonymous.map(({ name }): Doomed => ({ kind: 'volume', id: name, name, size: sizes.get(name) ?? null }));
}

/** Before API 1.42 the engine forgets who named a volume; 64 hexadecimal digits are what it makes up itself. */
function isAnonymous(volume: VolumeSummary, version: EngineVersion): boolean {
  if (Object.hasOwn(volume.labels, 'com.docker.volume.anonymous')) return true;
  return compare(version.apiVersion, '1.42') < 0 && /^[0-9a-f]{64}$/.test(volume.name);
}

async function unusedNetworks(wire: Wire, options: CallOptions | undefined): Promise<readonly Doomed[]> {
  const { items } = await listNetworks(wire, options, { dangling: ['true'] });
  const candidates = items.filter((network) => network.scope === 'local' && !predefined.has(network.name));
  if (candidates.length === 0) return [];
  const containers = await listContainers(wire, options);
  const used = new Set(containers.items.flatMap((container) => container.networks));
  return candidates
    .filter((network) => !used.has(network.name))
    .map(({ id, name }) => ({ kind: 'network', id, name, size: null }));
}
