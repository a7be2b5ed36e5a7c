import {
  message,
  type ContainerState,
  type ContainerSummary,
  type ImageSummary,
  type MountSummary,
  type NetworkSummary,
  type PublishedPort,
  type VolumeSummary,
} from '#core';
import { EngineError } from './error.ts';
import { asObject, count, type Json, labels, objects, text, texts, timeOfSeconds, timeOfText } from './fields.ts';
import type { Listed } from './model.ts';

/**
 * Reads a list record by record. One without an identity, or with one that came before, is counted and left out: a
 * single bad record must not take the view with it. A list that is no list is no answer of an engine.
 */
export function readList<T>(answer: unknown, read: (record: Json) => T | undefined, keyOf: (item: T) => string) {
  // Old engines write null where there is nothing.
  const records = answer === null ? [] : answer;
  if (!Array.isArray(records))
    throw new EngineError('protocol', message('The engine answered with something else than a list.'));
  const items = new Map<string, T>();
  for (const value of records as readonly unknown[]) {
    const record = asObject(value);
    const item = record === undefined ? undefined : read(record);
    if (item !== undefined && !items.has(keyOf(item))) items.set(keyOf(item), item);
  }
  return { items: [...items.values()], unreadable: records.length - items.size } satisfies Listed<T>;
}

export function readContainer(record: Json): ContainerSummary | undefined {
  const id = text(record, 'Id');
  if (id === '') return undefined;
  const status = text(record, 'Status');
  return {
    id,
    name: nameOf(texts(record, 'Names'), id),
    image: text(record, 'Image'),
    imageId: text(record, 'ImageID'),
    command: text(record, 'Command'),
    created: timeOfSeconds(count(record, 'Created')),
    state: stateOf(text(record, 'State')),
    status,
    health: healthOf(status),
    labels: labels(record),
    ports: objects(record, 'Ports').flatMap((port) => readPort(port) ?? []),
    networks: Object.keys(asObject(asObject(record['NetworkSettings'])?.['Networks']) ?? {}),
    mounts: objects(record, 'Mounts').map(readMount),
  };
}

export function readImage(record: Json): ImageSummary | undefined {
  const id = text(record, 'Id');
  if (id === '') return undefined;
  return {
    id,
    tags: texts(record, 'RepoTags').filter((tag) => tag !== '<none>:<none>'),
    digests: texts(record, 'RepoDigests').filter((digest) => digest !== '<none>@<none>'),
    created: timeOfSeconds(count(record, 'Created')),
    size: count(record, 'Size') ?? 0,
    labels: labels(record),
  };
}

export function readVolume(record: Json): VolumeSummary | undefined {
  const name = text(record, 'Name');
  if (name === '') return undefined;
  return {
    name,
    driver: text(record, 'Driver'),
    mountpoint: text(record, 'Mountpoint'),
    created: timeOfText(text(record, 'CreatedAt')),
    labels: labels(record),
  };
}

export function readNetwork(record: Json): NetworkSummary | undefined {
  const id = text(record, 'Id');
  if (id === '') return undefined;
  return {
    id,
    name: text(record, 'Name') || id.slice(0, 12),
    driver: text(record, 'Driver'),
    scope: text(record, 'Scope'),
    internal: record['Internal'] === true,
    created: timeOfText(text(record, 'Created')),
    labels: labels(record),
  };
}

/** Links give a container further names of the form `/other/alias`; its own has one slash. */
function nameOf(names: readonly string[], id: string): string {
  const own = names.find((name) => name.lastIndexOf('/') <= 0) ?? names[0] ?? '';
  return own.replace(/^\//, '') || id.slice(0, 12);
}

const states: readonly string[] = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'];

function stateOf(state: string): ContainerState {
  return states.includes(state) ? (state as ContainerState) : 'unknown';
}

/** Lists tell the health only inside of the status: `Up 3 minutes (health: starting)`. */
function healthOf(status: string): ContainerSummary['health'] {
  const word = /\((?:health: )?(healthy|unhealthy|starting)\)/.exec(status)?.[1];
  return (word as ContainerSummary['health'] | undefined) ?? null;
}

function readPort(port: Json): PublishedPort | undefined {
  const containerPort = count(port, 'PrivatePort');
  if (containerPort === null) return undefined;
  return {
    hostIp: text(port, 'IP'),
    hostPort: count(port, 'PublicPort'),
    containerPort,
    protocol: text(port, 'Type') || 'tcp',
  };
}

function readMount(mount: Json): MountSummary {
  return {
    type: text(mount, 'Type'),
    source: text(mount, 'Name') || text(mount, 'Source'),
    destination: text(mount, 'Destination'),
    readOnly: mount['RW'] === false,
  };
}
