import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EngineError } from '#engine';
import { baseImage, givenEngines, openRealEngine, type RealEngine } from '#test/kit/real-engine.ts';

for (const { name, host, obstacle } of givenEngines()) {
  if (host === undefined) console.log(`SKIPPED the contract with the ${name} engine: ${obstacle}`);
  describe.skipIf(host === undefined)(`the ${name} engine`, () => contract(name, host ?? ''));
}

async function kindOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => expect.fail('this had to reject'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(EngineError);
  expect((error as EngineError).message).not.toBe('');
  return (error as EngineError).kind;
}

function contract(name: RealEngine['name'], host: string): void {
  let real: RealEngine;
  beforeAll(async () => {
    real = await openRealEngine(name, host);
  });
  afterAll(() => real.cleanUp());

  const label = () => ['--label', `drydock.test=${real.runId}`] as const;
  const findContainer = async (id: string) =>
    (await real.engine.listContainers()).items.find((container) => container.id === id);

  test('says its version, and a version of the API that both speak', async () => {
    const version = await real.engine.version();
    const theirs = await real.docker('version', '--format', '{{.Server.Version}} {{.Server.Os}} {{.Server.Arch}}');
    expect(`${version.version} ${version.os} ${version.arch}`).toBe(theirs);
    expect(version.apiVersion).toBe(name === 'oldest' ? '1.41' : '1.51');
  });

  test('a container is listed as the docker command describes it', async () => {
    const network = real.named('net');
    await real.docker('network', 'create', ...label(), network);
    const volume = real.named('data');
    await real.docker('volume', 'create', ...label(), volume);
    const options = ['--network', network, '--volume', `${volume}:/data:ro`, '--publish', '127.0.0.1::8080'];
    const health = ['--health-cmd', 'true', '--health-interval', '1s', '--label', 'odd=a=b "ü"'];
    const id = await real.runContainer('listed', [...options, ...health], 'sleep', '600');
    const port = Number((await real.docker('port', id, '8080')).split(':').at(-1));
    await expect.poll(async () => (await findContainer(id))?.health, { timeout: 15_000 }).toBe('healthy');
    expect(await findContainer(id)).toMatchObject({
      id,
      name: real.named('listed'),
      image: baseImage,
      imageId: await real.docker('inspect', '--format', '{{.Image}}', id),
      state: 'running',
      labels: { 'drydock.test': real.runId, odd: 'a=b "ü"' },
      ports: [{ hostIp: '127.0.0.1', hostPort: port, containerPort: 8080, protocol: 'tcp' }],
      networks: [network],
      mounts: [{ type: 'volume', source: volume, destination: '/data', readOnly: true }],
    });
  });

  test('images, volumes and networks are listed as the docker command lists them', async () => {
    const tag = `${real.runId}/odd:1`;
    await real.docker('tag', baseImage, tag);
    const images = await real.engine.listImages();
    const image = images.items.find(({ tags }) => tags.includes(tag));
    expect(image?.tags).toContain(baseImage);
    expect(image?.id).toBe(await real.docker('image', 'inspect', '--format', '{{.Id}}', tag));
    await real.engine.removeImage(tag, { force: false });
    // Other test files have their objects on the same engine.
    const ours = (names: readonly string[]) =>
      names.filter((name) => name.startsWith(real.runId) || ['bridge', 'host', 'none'].includes(name)).sort();
    const theirs = async (...args: string[]) => ours((await real.docker(...args, '--format', '{{.Name}}')).split('\n'));
    const volumes = await real.engine.listVolumes();
    expect(ours(volumes.items.map((volume) => volume.name))).toEqual(await theirs('volume', 'ls'));
    expect(volumes.items.length).toBeGreaterThan(0);
    const networks = await real.engine.listNetworks();
    expect(ours(networks.items.map((network) => network.name))).toEqual(await theirs('network', 'ls'));
    expect([images.unreadable, volumes.unreadable, networks.unreadable]).toEqual([0, 0, 0]);
  });

  test('stop, start and restart do it, and doing it twice is no error', async () => {
    const id = await real.runContainer('verbs', ['--stop-timeout', '1'], 'sleep', '600');
    await real.engine.stopContainer(id);
    await real.engine.stopContainer(id);
    expect((await findContainer(id))?.state).toBe('exited');
    await real.engine.startContainer(id);
    await real.engine.startContainer(id);
    expect((await findContainer(id))?.state).toBe('running');
    const started = () => real.docker('inspect', '--format', '{{.State.StartedAt}}', id);
    const before = await started();
    await real.engine.restartContainer(id);
    expect(await started()).not.toBe(before);
  });

  test('a running container goes only by force, and one that is gone is no error', async () => {
    const id = await real.runContainer('removed', [], 'sleep', '600');
    expect(await kindOf(real.engine.removeContainer(id, { force: false, volumes: false }))).toBe('conflict');
    await real.engine.removeContainer(id, { force: true, volumes: true });
    await real.engine.removeContainer(id, { force: true, volumes: true });
    expect(await findContainer(id)).toBeUndefined();
    expect(await kindOf(real.engine.startContainer(id))).toBe('not-found');
  });

  test('inspect gives what the docker command gives, for each kind', async () => {
    const container = await real.runContainer('inspected', [], 'sleep', '600');
    const volume = real.named('data');
    for (const [kind, id] of [
      ['container', container],
      ['image', baseImage],
      ['volume', volume],
      ['network', 'bridge'],
    ] as const) {
      const theirs: unknown = JSON.parse(await real.docker('inspect', '--type', kind, id));
      const key = kind === 'volume' ? 'Name' : 'Id';
      const ours = (await real.engine.inspect(kind, id)) as Record<string, unknown>;
      expect(ours[key]).toBe((theirs as Record<string, unknown>[])[0]?.[key]);
      expect(await kindOf(real.engine.inspect(kind, 'no such?x/..#'))).toMatch(/^(not-found|failed)$/);
    }
  });

  test('a volume is created with its labels, and one in use stays with the reason', async () => {
    const volume = real.named('made');
    await real.engine.createVolume({ name: volume, labels: { 'drydock.test': real.runId, a: 'b' } });
    const listed = (await real.engine.listVolumes()).items.find(({ name }) => name === volume);
    expect(listed).toMatchObject({ driver: 'local', labels: { a: 'b' } });
    const id = await real.runContainer('user', ['--volume', `${volume}:/x`], 'sleep', '600');
    expect(await kindOf(real.engine.removeVolume(volume))).toBe('conflict');
    await real.engine.removeContainer(id, { force: true, volumes: true });
    await real.engine.removeVolume(volume);
    await real.engine.removeVolume(volume);
    expect((await real.engine.listVolumes()).items.some(({ name }) => name === volume)).toBe(false);
    expect(await kindOf(real.engine.createVolume({ name: 'no/slash' }))).toBe('failed');
  });

  test('a network of any name is created and removed by id; a second of its name and one in use are conflicts', async () => {
    const network = `${real.runId} hm/n?ü`;
    const labels = { 'drydock.test': real.runId };
    await real.engine.createNetwork({ name: network, internal: true, subnet: '10.213.77.0/24', labels });
    const made = (await real.engine.listNetworks()).items.find(({ name }) => name === network);
    expect(made).toMatchObject({ driver: 'bridge', internal: true, scope: 'local', labels });
    expect(JSON.stringify(await real.engine.inspect('network', made?.id ?? ''))).toContain('10.213.77.0/24');
    expect(await kindOf(real.engine.createNetwork({ name: network, labels }))).toBe('conflict');
    const id = await real.runContainer('member', ['--network', made?.id ?? ''], 'sleep', '600');
    expect(await kindOf(real.engine.removeNetwork(made?.id ?? ''))).toBe('conflict');
    await real.engine.removeContainer(id, { force: true, volumes: true });
    await real.engine.removeNetwork(made?.id ?? '');
    await real.engine.removeNetwork(made?.id ?? '');
    expect((await real.engine.listNetworks()).items.some(({ name }) => name === network)).toBe(false);
  });

  test('a pull that nobody serves rejects with the words of the engine', async () => {
    expect(await kindOf(real.engine.pullImage('127.0.0.1:1/none', () => undefined))).toBe('failed');
    expect(await kindOf(real.engine.pullImage('Not A Name', () => undefined))).toMatch(/^(failed|not-found)$/);
  });

  test('an image in use stays, and a name of it goes', async () => {
    await real.runContainer('from-image', [], 'sleep', '600');
    const tag = `${real.runId}/used:1`;
    await real.docker('tag', baseImage, tag);
    await real.engine.removeImage(tag, { force: false });
    await real.engine.removeImage(tag, { force: false });
    expect(
      await kindOf(
        real.engine.removeImage(await real.docker('image', 'inspect', '--format', '{{.Id}}', baseImage), {
          force: false,
        }),
      ),
    ).toBe('conflict');
    expect((await real.engine.listImages()).items.some(({ tags }) => tags.includes(baseImage))).toBe(true);
  });

  test('one call may be cancelled without hurting the next', async () => {
    expect(await kindOf(real.engine.listContainers({ signal: AbortSignal.abort() }))).toBe('cancelled');
    expect((await real.engine.listContainers()).items.length).toBeGreaterThan(0);
  });
}
