import type { ContainerSummary, ImageSummary, NetworkSummary, VolumeSummary } from '#core';
import { formatMessage } from '#core';
import type { EngineState } from '#engine';
import type { Text, TreeNode } from '../../client/src/views/model/index.ts';

/** Objects as the engine room hands them out, with only what a test is about spelt out. */
export function container(given: Partial<ContainerSummary> = {}): ContainerSummary {
  const name = given.name ?? 'web';
  return {
    id: `id-of-${name}`,
    name,
    image: 'nginx:1.27',
    imageId: 'sha256:1111',
    command: 'nginx',
    created: '2026-11-21T08:00:00Z',
    state: 'running',
    status: 'Up 3 minutes',
    health: null,
    labels: {},
    ports: [],
    networks: [],
    mounts: [],
    ...given,
  };
}

/** A container of a Compose service. */
export function replica(project: string, service: string, number = 1): ContainerSummary {
  return container({
    name: `${project}-${service}-${number}`,
    labels: {
      'com.docker.compose.project': project,
      'com.docker.compose.service': service,
      'com.docker.compose.container-number': String(number),
    },
  });
}

export function image(given: Partial<ImageSummary> = {}): ImageSummary {
  return {
    id: 'sha256:1111',
    tags: ['nginx:1.27'],
    digests: [],
    created: '2026-11-21T08:00:00Z',
    size: 188_000_000,
    labels: {},
    ...given,
  };
}

export function volume(given: Partial<VolumeSummary> = {}): VolumeSummary {
  return { name: 'data', driver: 'local', mountpoint: '/x/data', created: null, labels: {}, ...given };
}

export function network(given: Partial<NetworkSummary> = {}): NetworkSummary {
  const name = given.name ?? 'front';
  return {
    id: `id-of-${name}`,
    name,
    driver: 'bridge',
    scope: 'local',
    internal: false,
    created: null,
    labels: {},
    ...given,
  };
}

export interface GivenModel {
  readonly containers?: readonly ContainerSummary[];
  readonly images?: readonly ImageSummary[];
  readonly volumes?: readonly VolumeSummary[];
  readonly networks?: readonly NetworkSummary[];
  readonly unreadable?: number;
}

export function connected({
  containers = [],
  images = [],
  volumes = [],
  networks = [],
  unreadable = 0,
}: GivenModel): EngineState {
  const listed = <T>(items: readonly T[]) => ({ items, unreadable });
  return {
    kind: 'connected',
    endpoint: { host: 'unix:///engine', source: 'default', context: null },
    version: { version: '28.5.2', apiVersion: '1.51', os: 'linux', arch: 'amd64' },
    model: {
      containers: listed(containers),
      images: listed(images),
      volumes: listed(volumes),
      networks: listed(networks),
    },
  };
}

/** A tree as it would stand on the screen, in English, with each icon before its label. */
export function drawTree(nodes: readonly TreeNode[], indent = ''): string {
  const lines = nodes.flatMap((node) => [
    `${indent}${node.icon} ${node.label} | ${node.description.map(english).join(' · ')}`,
    ...(node.children ? [drawTree(node.children, `${indent}  `)] : []),
  ]);
  return lines.join('\n');
}

export function english(text: Text): string {
  return typeof text === 'string' ? text : formatMessage(text);
}
