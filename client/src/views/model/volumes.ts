import { composeProjectLabel, message, type ContainerSummary, type VolumeSummary } from '#core';
import { compareNames, withoutRepeatedIds, type TreeNode } from './node.ts';
import { formatTime, safeName, shortId } from './safe-text.ts';

/** Volumes by name; those without a name of their own (64 hexadecimal digits) come last. */
export function volumeNodes(
  engine: string,
  volumes: readonly VolumeSummary[],
  containers: readonly ContainerSummary[],
): readonly TreeNode[] {
  const users = new Map<string, string[]>();
  for (const container of containers) {
    for (const { type, source } of container.mounts) {
      if (type === 'volume') users.set(source, [...(users.get(source) ?? []), safeName(container.name)]);
    }
  }
  const nodes = volumes.map((volume) => volumeNode(engine, volume, users.get(volume.name) ?? []));
  const rank = (node: TreeNode): number => (node.flags.includes('anonymous') ? 1 : 0);
  return withoutRepeatedIds(nodes.sort((a, b) => rank(a) - rank(b) || compareNames(a.label, b.label)));
}

function volumeNode(engine: string, volume: VolumeSummary, users: readonly string[]): TreeNode {
  const anonymous = /^[0-9a-f]{64}$/.test(volume.name);
  const name = safeName(volume.name);
  const label = anonymous ? shortId(volume.name) : name;
  const project = volume.labels[composeProjectLabel] ?? '';
  const use = users.length === 0 ? message('unused') : message('used by {names}', { names: users.join(', ') });
  const nameless = anonymous ? [message('anonymous')] : [];
  const driver = volume.driver === 'local' ? [] : [safeName(volume.driver)];
  const flags = ['volume', users.length > 0 ? 'used' : 'unused', ...(anonymous ? ['anonymous'] : [])];
  return {
    id: `${engine}/volume/${volume.name}`,
    label,
    description: [...nameless, ...driver, use],
    icon: 'database',
    color: null,
    flags,
    spoken: [message('Volume {name}', { name: label }), ...nameless, ...driver, use],
    facts: [
      { name: message('Name'), value: name },
      { name: message('Driver'), value: safeName(volume.driver) },
      { name: message('Place'), value: safeName(volume.mountpoint) },
      ...(project === '' ? [] : [{ name: message('Compose project'), value: safeName(project) }]),
      ...(volume.created ? [{ name: message('Created'), value: formatTime(volume.created) }] : []),
    ],
    target: { kind: 'volume', id: volume.name, reference: volume.name, name, flags },
  };
}
