import { dedent } from '#test/kit/marks.ts';
import { describe, expect, test } from 'vitest';
import {
  createViewTrees,
  findChanges,
  targetsOf,
  viewTrees,
  type TreeNode,
} from '../../client/src/views/model/index.ts';
import { connected, container, drawTree, english, image, network, replica, volume } from './given.ts';

const drawn = (text: string): string => dedent(text).trimEnd();

describe('containers', () => {
  const rootsOf = (...containers: Parameters<typeof container>[0][]): readonly TreeNode[] =>
    viewTrees(connected({ containers: containers.map((given) => container(given)) })).containers.roots;

  test('stand in their Compose project under the name of their service, then those that have none', () => {
    const containers = [
      container({ name: 'lonely', state: 'exited', status: 'Exited (0) 2 hours ago' }),
      replica('shop', 'web', 1),
      replica('shop', 'web', 2),
      replica('shop', 'db'),
      replica('blog', 'app'),
    ];
    expect(drawTree(viewTrees(connected({ containers })).containers.roots)).toBe(
      drawn(`
        layers blog | 1 of 1 running
          vm-running app | Running · nginx:1.27
        layers shop | 3 of 3 running
          vm-running db | Running · nginx:1.27
          vm-running web #1 | Running · nginx:1.27
          vm-running web #2 | Running · nginx:1.27
        vm lonely | Exited with code 0 · nginx:1.27
      `),
    );
  });

  test('tell each state by the shape of the icon and in words', () => {
    const roots = rootsOf(
      { name: 'a', state: 'running', health: 'healthy' },
      { name: 'b', state: 'running', health: 'unhealthy' },
      { name: 'c', state: 'paused' },
      { name: 'd', state: 'restarting' },
      { name: 'e', state: 'exited', status: 'Exited (137) now' },
      { name: 'f', state: 'created', status: 'Created' },
      { name: 'g', state: 'dead' },
    );
    expect(drawTree(roots)).toBe(
      drawn(`
        vm-running a | Running · healthy · nginx:1.27
        warning b | Running · unhealthy · nginx:1.27
        debug-pause c | Paused · nginx:1.27
        sync d | Restarting · nginx:1.27
        error e | Exited with code 137 · nginx:1.27
        vm-outline f | Created, never started · nginx:1.27
        error g | Dead · nginx:1.27
      `),
    );
    const looks = roots.map((node) => `${node.icon} ${english(node.description[0] ?? '')}`);
    expect(new Set(looks).size, 'two states look alike').toBe(looks.length);
  });

  test('say published ports once, though the engine lists them for IPv4 and IPv6', () => {
    const port = (hostIp: string, hostPort: number | null, containerPort: number, protocol = 'tcp') => ({
      hostIp,
      hostPort,
      containerPort,
      protocol,
    });
    const ports = [
      port('0.0.0.0', 8080, 80),
      port('::', 8080, 80),
      port('127.0.0.1', 53, 53, 'udp'),
      port('', null, 9000),
    ];
    expect(drawTree(rootsOf({ ports }))).toContain('Running · 127.0.0.1:53→53/udp, 8080→80 · nginx:1.27');
  });

  test('keep their id whatever happens to them, so that selection and expansion survive', () => {
    const before = rootsOf({ id: 'abc', state: 'running', status: 'Up 1 second' });
    const after = rootsOf({ id: 'abc', state: 'exited', status: 'Exited (1) now', name: 'renamed', image: 'other' });
    expect(before[0]?.id).toBe('unix:///engine/container/abc');
    expect(after[0]?.id).toBe(before[0]?.id);
  });

  test('offer start and stop by what they are', () => {
    const flags = (given: Parameters<typeof container>[0]) => rootsOf(given)[0]?.flags.join(';');
    expect(flags({ state: 'running', health: 'healthy' })).toBe('container;running;live;healthy');
    expect(flags({ state: 'exited' })).toBe('container;stopped;exited');
    expect(flags({ state: 'paused' })).toBe('container;running;paused');
    expect(flags({ state: 'removing' })).toBe('container;removing');
  });

  test('of a project are all acted upon when the project is', () => {
    const containers = [replica('shop', 'web'), { ...replica('shop', 'db'), state: 'exited' as const }];
    const [project] = viewTrees(connected({ containers })).containers.roots;
    expect(project?.flags).toEqual(['project', 'running', 'stopped']);
    expect(project && targetsOf(project).map(({ name }) => name)).toEqual(['shop-db-1', 'shop-web-1']);
  });

  test('are read out with everything that the line shows', () => {
    const [node] = rootsOf({ name: 'web', health: 'starting' });
    expect(node?.spoken.map(english).join(', ')).toBe('Container web, Running, health not known yet, image nginx:1.27');
  });

  test('cannot disguise themselves with control characters, directions or line ends', () => {
    const [node] = rootsOf({ id: 'x', name: 'web\n\u202etsop\u0007', image: 'a\u0000b' });
    expect(node?.label).toBe('web tsop');
    expect(node?.target?.name).toBe('web tsop');
    expect(drawTree(node ? [node] : [])).toBe('vm-running web tsop | Running · a b');
  });

  test('that the engine lists twice stand there once: VS Code refuses a second line with the same id', () => {
    expect(rootsOf({ id: 'same', name: 'a' }, { id: 'same', name: 'b' })).toHaveLength(1);
  });

  test('ten thousand of them make a tree, and a change of one makes one line anew', () => {
    const containers = Array.from({ length: 10_000 }, (_, n) =>
      replica(n % 2 === 0 ? 'big' : `p${n % 40}`, `s${n % 17}`, n),
    );
    const treesOf = createViewTrees();
    const before = treesOf(connected({ containers })).containers;
    expect([before.roots.length, before.count]).toEqual([21, 10_000]);
    const changed = containers.map((given, n) => (n === 5 ? { ...given, health: 'unhealthy' as const } : given));
    const after = treesOf(connected({ containers: changed })).containers;
    const lines = (roots: readonly TreeNode[]) => roots.flatMap(({ children = [] }) => children);
    const known = new Set(lines(before.roots));
    expect(
      lines(after.roots)
        .filter((line) => !known.has(line))
        .map(({ id }) => id),
    ).toEqual([`unix:///engine/container/${changed[5]?.id}`]);
    expect(findChanges(before.roots, after.roots)).toHaveLength(1);
  });

  test('are drawn anew for another engine', () => {
    const containers = [container({ id: 'abc' })];
    const treesOf = createViewTrees();
    const state = connected({ containers });
    const ids = [state, { ...state, endpoint: { ...state.endpoint, host: 'ssh://other' } }].map(
      (state) => treesOf(state).containers.roots[0]?.id,
    );
    expect(ids).toEqual(['unix:///engine/container/abc', 'ssh://other/container/abc']);
  });
});

describe('images, volumes and networks', () => {
  test('an image stands there once for each tag, an untagged one by its id, those in use are marked', () => {
    const images = [
      image({ tags: ['tool:2', 'registry.example:5000/tool:1'] }),
      image({ id: 'sha256:2222222222222222', tags: [], size: 1_234 }),
    ];
    const state = connected({ images, containers: [container()] });
    const { roots, count } = viewTrees(state).images;
    expect(drawTree(roots)).toBe(
      drawn(`
        package registry.example:5000/tool:1 | 188 MB · in use
        package tool:2 | 188 MB · in use
        archive 222222222222 | untagged · 1.2 kB
      `),
    );
    expect(count).toBe(2);
    expect(new Set(roots.map(({ id }) => id)).size).toBe(3);
    expect(roots.map(({ target }) => target?.reference)).toEqual([
      'registry.example:5000/tool:1',
      'tool:2',
      'sha256:2222222222222222',
    ]);
  });

  test('a volume says who uses it; one without a name of its own comes last', () => {
    const anonymous = 'a'.repeat(64);
    const mounts = [{ type: 'volume', source: 'data', destination: '/data', readOnly: false }];
    const state = connected({
      volumes: [volume({ name: anonymous }), volume({ name: 'notes', driver: 'nfs' }), volume({ name: 'data' })],
      containers: [container({ name: 'db', mounts })],
    });
    expect(drawTree(viewTrees(state).volumes.roots)).toBe(
      drawn(`
        database data | used by db
        database notes | nfs · unused
        database aaaaaaaaaaaa | anonymous · unused
      `),
    );
  });

  test("the engine's own networks come last and cannot be removed", () => {
    const state = connected({
      networks: [
        network({ name: 'bridge' }),
        network({ name: 'host', driver: 'host' }),
        network(),
        network({ name: 'quiet', internal: true }),
      ],
      containers: [container({ networks: ['front'] })],
    });
    const { roots } = viewTrees(state).networks;
    expect(drawTree(roots)).toBe(
      drawn(`
        type-hierarchy front | bridge · 1 connected
        lock quiet | bridge · no way out
        globe bridge | built in
        globe host | built in
      `),
    );
    expect(roots.map(({ flags }) => flags[1])).toEqual(['custom', 'custom', 'builtin', 'builtin']);
  });

  test('unreadable records are counted, not shown', () => {
    expect(viewTrees(connected({ unreadable: 3 })).volumes).toEqual({ roots: [], count: 0, unreadable: 3 });
  });

  test('without an engine nothing is shown, not even the last model', () => {
    const endpoint = { host: 'unix:///engine', source: 'default', context: null } as const;
    const trees = viewTrees({ kind: 'failed', endpoint, error: 'absent', detail: '' });
    expect(Object.values(trees)).toEqual(Array.from({ length: 4 }, () => ({ roots: [], count: 0, unreadable: 0 })));
  });
});
