import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EngineModel, type EngineState, EngineWatch } from '#engine';
import { baseImage, givenEngines, openRealEngine, type RealEngine } from '#test/kit/real-engine.ts';

for (const { name, host, obstacle } of givenEngines()) {
  if (host === undefined) console.log(`SKIPPED watching the ${name} engine: ${obstacle}`);
  describe.skipIf(host === undefined)(`the ${name} engine`, () => watching(name, host ?? ''));
}

function watching(name: RealEngine['name'], host: string): void {
  let real: RealEngine;
  let watch: EngineWatch;
  const states: EngineState[] = [];
  beforeAll(async () => {
    real = await openRealEngine(name, host);
    watch = new EngineWatch(real.endpoint);
    watch.onDidChange((state) => states.push(state));
    watch.start();
    await watch.refresh();
  });
  afterAll(async () => {
    watch.dispose();
    await real.cleanUp();
  });

  const model = (): EngineModel => {
    if (watch.state.kind !== 'connected') throw new Error(`the watch is ${watch.state.kind}`);
    return watch.state.model;
  };
  const container = (id: string) => model().containers.items.find((item) => item.id === id);
  /** Events must be seen within this time: milliseconds. */
  const soon = { timeout: 3_000, interval: 20 };

  test('the life of a container is followed without asking', async () => {
    const id = await real.runContainer('w-life', ['--stop-timeout', '1'], 'sleep', '600');
    await expect.poll(() => container(id)?.state, soon).toBe('running');
    await real.docker('pause', id);
    await expect.poll(() => container(id)?.state, soon).toBe('paused');
    await real.docker('unpause', id);
    await real.docker('rename', id, real.named('w-renamed'));
    await expect.poll(() => container(id)?.name, soon).toBe(real.named('w-renamed'));
    await real.docker('kill', id);
    await expect.poll(() => container(id)?.state, soon).toBe('exited');
    await real.docker('rm', id);
    await expect.poll(() => container(id), soon).toBeUndefined();
  });

  test('health is followed', async () => {
    const health = ['--health-cmd', 'test -f /well', '--health-interval', '1s', '--health-retries', '1'];
    const id = await real.runContainer('w-health', health, 'sleep', '600');
    await expect.poll(() => container(id)?.health, { timeout: 8_000 }).toBe('unhealthy');
    await real.docker('exec', id, 'touch', '/well');
    await expect.poll(() => container(id)?.health, { timeout: 8_000 }).toBe('healthy');
  });

  test('networks come and go, and containers join and leave them', async () => {
    const network = real.named('w-net');
    await real.docker('network', 'create', '--label', `drydock.test=${real.runId}`, network);
    await expect.poll(() => model().networks.items.some((item) => item.name === network), soon).toBe(true);
    const id = await real.runContainer('w-joiner', [], 'sleep', '600');
    await real.docker('network', 'connect', network, id);
    await expect.poll(() => container(id)?.networks, soon).toContain(network);
    await real.docker('network', 'disconnect', network, id);
    await expect.poll(() => container(id)?.networks, soon).not.toContain(network);
    await real.docker('network', 'rm', network);
    await expect.poll(() => model().networks.items.some((item) => item.name === network), soon).toBe(false);
  });

  test('volumes and images come and go', async () => {
    const volume = real.named('w-volume');
    await real.docker('volume', 'create', '--label', `drydock.test=${real.runId}`, volume);
    await expect.poll(() => model().volumes.items.some((item) => item.name === volume), soon).toBe(true);
    await real.docker('volume', 'rm', volume);
    await expect.poll(() => model().volumes.items.some((item) => item.name === volume), soon).toBe(false);
    const tag = `${real.runId}/w-image:1`;
    const tagged = () => model().images.items.some((item) => item.tags.includes(tag));
    await real.docker('tag', baseImage, tag);
    await expect.poll(tagged, soon).toBe(true);
    await real.docker('rmi', tag);
    await expect.poll(tagged, soon).toBe(false);
  });

  test('after all that the model is what a list gives, and nothing was lost on the way', async () => {
    const ours = ({ items }: EngineModel['containers']) =>
      items
        .filter(({ labels }) => labels['drydock.test'] === real.runId)
        .map(({ id, name, state }) => ({ id, name, state }));
    const listed = ours(await real.engine.listContainers());
    expect(listed.length).toBeGreaterThan(0);
    await expect.poll(() => ours(model().containers), soon).toEqual(listed);
    expect(states.every(({ kind }) => kind === 'connected')).toBe(true);
  });
}
