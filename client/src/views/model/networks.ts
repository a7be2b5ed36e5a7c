import { composeProjectLabel, message, type ContainerSummary, type NetworkSummary } from '#core';
import { compareNames, withoutRepeatedIds, type TreeNode } from './node.ts';
import { safeName, shortId } from './safe-text.ts';

/** Every engine brings these; they cannot be removed. */
const builtIn: ReadonlySet<string> = new Set(['bridge', 'host', 'none', 'ingress', 'docker_gwbridge']);

/** Networks by name, the engine's own ones last. */
export function networkNodes(
  engine: string,
  networks: readonly NetworkSummary[],
  containers: readonly ContainerSummary[],
): readonly TreeNode[] {
  const members = new Map<string, string[]>();
  for (const container of containers) {
    for (const network of container.networks) {
      members.set(network, [...(members.get(network) ?? []), safeName(container.name)]);
    }
  }
  const nodes = networks.map((network) => networkNode(engine, network, members.get(network.name) ?? []));
  const rank = (node: TreeNode): number => (node.flags.includes('builtin') ? 1 : 0);
  return withoutRepeatedIds(nodes.sort((a, b) => rank(a) - rank(b) || compareNames(a.label, b.label)));
}

function networkNode(engine: string, network: NetworkSummary, members: readonly string[]): TreeNode {
  const own = builtIn.has(network.name);
  const name = safeName(network.name);
  const label = name === '' ? shortId(network.id) : name;
  const project = network.labels[composeProjectLabel] ?? '';
  const driver = safeName(network.driver);
  const marks = [...(own ? [message('built in')] : []), ...(network.internal ? [message('no way out')] : [])];
  const use = members.length > 0 ? [message('{count} connected', { count: String(members.length) })] : [];
  const flags = ['network', own ? 'builtin' : 'custom', ...(members.length > 0 ? ['used'] : [])];
  return {
    id: `${engine}/network/${network.id}`,
    label,
    description: [...(driver === label ? [] : [driver]), ...marks, ...use],
    icon: network.internal ? 'lock' : own ? 'globe' : 'type-hierarchy',
    color: null,
    flags,
    spoken: [message('Network {name}', { name: label }), driver, ...marks, ...use],
    facts: [
      { name: message('Name'), value: name },
      { name: message('ID'), value: shortId(network.id) },
      { name: message('Driver'), value: driver },
      { name: message('Scope'), value: safeName(network.scope) },
      ...(members.length > 0 ? [{ name: message('Containers'), value: members.join(', ') }] : []),
      ...(project === '' ? [] : [{ name: message('Compose project'), value: safeName(project) }]),
    ],
    target: { kind: 'network', id: network.id, reference: network.id, name: label, flags },
  };
}
