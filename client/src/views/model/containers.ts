import { composeProjectLabel, composeServiceLabel, message, type ContainerSummary, type Message } from '#core';
import { compareNames, groupBy, withoutRepeatedIds, type Fact, type Text, type TreeNode } from './node.ts';
import { formatPorts } from './ports.ts';
import { formatTime, safeName, shortId } from './safe-text.ts';

const numberLabel = 'com.docker.compose.container-number';
const oneOffLabel = 'com.docker.compose.oneoff';

/** Lines drawn before, by the record they were drawn from: a change of one container shall not cost the lines of all. */
export type DrawnContainers = WeakMap<ContainerSummary, TreeNode>;

/** Containers in their Compose projects, then those that belong to none; each by name. */
export function containerNodes(
  engine: string,
  containers: readonly ContainerSummary[],
  drawn: DrawnContainers,
): readonly TreeNode[] {
  const draw = (container: ContainerSummary, label: string): TreeNode => {
    const before = drawn.get(container);
    const after = before?.label === label ? before : containerNode(engine, container, label);
    drawn.set(container, after);
    return after;
  };
  const projects = groupBy(containers, ({ labels }) => labels[composeProjectLabel] ?? '');
  const alone = projects.get('') ?? [];
  const groups = [...projects].filter(([project]) => project !== '').sort(([a], [b]) => compareNames(a, b));
  return withoutRepeatedIds([
    ...groups.map(([project, members]) => projectNode({ id: `${engine}/project/${project}`, project, members }, draw)),
    ...alone.map((container) => draw(container, safeName(container.name))).sort(byLabel),
  ]);
}

interface Project {
  readonly id: string;
  readonly project: string;
  readonly members: readonly ContainerSummary[];
}

function projectNode(
  { id, project, members }: Project,
  draw: (container: ContainerSummary, label: string) => TreeNode,
): TreeNode {
  const services = groupBy(members, ({ labels }) => labels[composeServiceLabel] ?? '');
  const label = (container: ContainerSummary): string => {
    const service = container.labels[composeServiceLabel] ?? '';
    if (service === '' || /^true$/i.test(container.labels[oneOffLabel] ?? '')) return safeName(container.name);
    const replicas = services.get(service)?.length ?? 0;
    return safeName(replicas > 1 ? `${service} #${container.labels[numberLabel] ?? '?'}` : service);
  };
  const running = members.filter(isRunning).length;
  const count = message('{running} of {total} running', { running: String(running), total: String(members.length) });
  return {
    id,
    label: safeName(project),
    description: [count],
    icon: 'layers',
    color: null,
    flags: [
      'project',
      ...(running > 0 ? ['running'] : []),
      ...(members.some((member) => canStart(member)) ? ['stopped'] : []),
    ],
    spoken: [message('Compose project {name}', { name: safeName(project) }), count],
    facts: [],
    target: null,
    children: withoutRepeatedIds(members.map((member) => draw(member, label(member))).sort(byLabel)),
  };
}

function containerNode(engine: string, container: ContainerSummary, label: string): TreeNode {
  const state = describeState(container);
  const health = describeHealth(container);
  const ports = formatPorts(container.ports);
  const name = safeName(container.name);
  const flags = flagsOf(container);
  return {
    id: `${engine}/container/${container.id}`,
    label: label === '' ? shortId(container.id) : label,
    description: [state, ...health, ...(ports === '' ? [] : [ports]), safeName(container.image)],
    ...iconOf(container),
    flags,
    spoken: [
      message('Container {name}', { name }),
      state,
      ...health,
      ...(ports === '' ? [] : [message('ports {ports}', { ports })]),
      message('image {image}', { image: safeName(container.image) }),
    ],
    facts: factsOf(container, state, health),
    target: {
      kind: 'container',
      id: container.id,
      reference: container.id,
      name: name === '' ? shortId(container.id) : name,
      flags,
    },
  };
}

function flagsOf(container: ContainerSummary): readonly string[] {
  return [
    'container',
    ...(isRunning(container) ? ['running'] : []),
    ...(canStart(container) ? ['stopped'] : []),
    // A paused or restarting one takes no commands.
    ...(container.state === 'running' ? ['live'] : []),
    container.state,
    ...(container.labels[composeProjectLabel] ? ['compose'] : []),
    ...(container.health ? [container.health] : []),
  ].filter((flag, index, all) => all.indexOf(flag) === index);
}

function factsOf(container: ContainerSummary, state: Message, health: readonly Message[]): readonly Fact[] {
  const fact = (name: Message, value: Text): Fact[] => (value === '' ? [] : [{ name, value }]);
  const mounts = container.mounts.map(({ source, destination }) => `${safeName(source)} → ${safeName(destination)}`);
  return [
    ...fact(message('Name'), safeName(container.name)),
    ...fact(message('ID'), shortId(container.id)),
    ...fact(message('Image'), safeName(container.image)),
    ...fact(message('Command'), safeName(container.command)),
    ...fact(message('State'), state),
    ...health.map((value) => ({ name: message('Health'), value })),
    ...fact(message('Ports'), formatPorts(container.ports)),
    ...fact(message('Networks'), container.networks.map(safeName).join(', ')),
    ...fact(message('Mounts'), mounts.join(', ')),
    ...fact(message('Created'), formatTime(container.created)),
  ];
}

/** Something a stop would end: paused and restarting ones hold their processes too. */
function isRunning({ state }: ContainerSummary): boolean {
  return state === 'running' || state === 'paused' || state === 'restarting';
}

function canStart({ state }: ContainerSummary): boolean {
  return state === 'created' || state === 'exited';
}

function describeState({ state, status }: ContainerSummary): Message {
  switch (state) {
    case 'running':
      return message('Running');
    case 'paused':
      return message('Paused');
    case 'restarting':
      return message('Restarting');
    case 'removing':
      return message('Being removed');
    case 'created':
      return message('Created, never started');
    case 'dead':
      return message('Dead');
    case 'exited': {
      const code = /^Exited \((-?\d+)\)/.exec(status)?.[1];
      return code === undefined ? message('Exited') : message('Exited with code {code}', { code });
    }
    case 'unknown':
      return message('Unknown state');
  }
}

function describeHealth({ health }: ContainerSummary): readonly Message[] {
  if (health === 'healthy') return [message('healthy')];
  if (health === 'unhealthy') return [message('unhealthy')];
  return health === 'starting' ? [message('health not known yet')] : [];
}

function iconOf({ state, health, status }: ContainerSummary): { readonly icon: string; readonly color: string | null } {
  if (state === 'running' && health === 'unhealthy') return { icon: 'warning', color: 'charts.red' };
  if (state === 'exited' && !status.startsWith('Exited (0)')) return { icon: 'error', color: 'charts.red' };
  return icons[state];
}

const icons: Readonly<Record<ContainerSummary['state'], { readonly icon: string; readonly color: string | null }>> = {
  running: { icon: 'vm-running', color: 'charts.green' },
  paused: { icon: 'debug-pause', color: 'charts.yellow' },
  restarting: { icon: 'sync', color: 'charts.yellow' },
  removing: { icon: 'trash', color: null },
  created: { icon: 'vm-outline', color: null },
  exited: { icon: 'vm', color: null },
  dead: { icon: 'error', color: 'charts.red' },
  unknown: { icon: 'question', color: null },
};

function byLabel(a: TreeNode, b: TreeNode): number {
  return compareNames(a.label, b.label) || (a.id < b.id ? -1 : 1);
}
