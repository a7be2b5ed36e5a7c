import { spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Endpoint, type EngineState, EngineWatch } from '#engine';
import { startEngine, type StartedEngine } from '#scripts/machine/engine.ts';
import { run, runOrFail } from '#scripts/machine/run.ts';
import { baseImage, givenEngines } from '#test/kit/real-engine.ts';

/** These stop, freeze and lock an engine, so each release gets one of its own that nobody else uses. */
for (const { name, host, obstacle } of givenEngines()) {
  if (host === undefined) console.log(`SKIPPED the lifecycle of the ${name} engine: ${obstacle}`);
  describe.skipIf(host === undefined)(`the ${name} engine`, () => lifecycle(name));
}

function lifecycle(version: 'current' | 'oldest'): void {
  let own: StartedEngine;
  let endpoint: Endpoint;
  let watch: EngineWatch;
  let states: EngineState[];

  beforeAll(async () => {
    const { DRYDOCK_TEST_ENGINE: given } = process.env;
    delete process.env['DRYDOCK_TEST_ENGINE'];
    const started = await startEngine({ version });
    if (given !== undefined) process.env['DRYDOCK_TEST_ENGINE'] = given;
    if ('obstacle' in started) throw new Error(started.obstacle);
    own = started;
    endpoint = { host: own.host, source: 'setting', context: null };
  });
  afterAll(() => own.stop());
  afterEach(() => watch?.dispose());

  async function startWatch(): Promise<void> {
    watch = new EngineWatch(endpoint);
    states = [];
    watch.onDidChange((state) => states.push(state));
    watch.start();
    await watch.refresh();
  }

  function signal(name: NodeJS.Signals): void {
    const pid = own.pid();
    // Never 0: that would be ourselves and everybody else.
    if (pid === null) throw new Error('the engine does not run');
    process.kill(pid, name);
  }

  test('a quiet engine is left alone', async () => {
    await startWatch();
    expect(watch.state.kind).toBe('connected');
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(states.length).toBe(1);
  });

  test('a stopped engine is noticed, and a started one is found again by itself', async () => {
    await startWatch();
    expect(watch.state.kind).toBe('connected');
    await own.halt();
    await expect.poll(() => watch.state.kind, { timeout: 10_000, interval: 20 }).toBe('failed');
    await expect.poll(() => watch.state, { timeout: 10_000 }).toMatchObject({ kind: 'failed', error: 'absent' });
    if (watch.state.kind === 'failed') expect(watch.state.lastModel?.images.items.length).toBe(1);
    await own.resume();
    await expect.poll(() => watch.state.kind, { timeout: 10_000, interval: 20 }).toBe('connected');
    const { env } = own;
    const id = await runOrFail('docker', ['create', baseImage, 'true'], { env: { ...process.env, ...env } });
    await expect
      .poll(() => watch.state.kind === 'connected' && watch.state.model.containers.items.map((item) => item.id))
      .toEqual([id.trim()]);
    await runOrFail('docker', ['rm', id.trim()], { env: { ...process.env, ...env } });
  });

  test('a killed engine that leaves its socket behind is unreachable, then well again', async () => {
    await startWatch();
    signal('SIGKILL');
    await expect.poll(() => watch.state, { timeout: 10_000 }).toMatchObject({ kind: 'failed', error: 'unreachable' });
    await own.halt();
    await own.resume();
    await expect.poll(() => watch.state.kind, { timeout: 10_000 }).toBe('connected');
  });

  test('a frozen engine is a timeout, and it recovers when it thaws', async () => {
    await startWatch();
    signal('SIGSTOP');
    await watch.refresh();
    expect(watch.state).toMatchObject({ kind: 'failed', error: 'timeout' });
    signal('SIGCONT');
    await expect.poll(() => watch.state.kind, { timeout: 10_000 }).toBe('connected');
  });

  test('a socket without permission is called that, and heals when the permission comes', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip('only root can become another user to try this');
    const socket = own.host.replace('unix://', '');
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/engine/watch-as-nobody.ts', own.host]);
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += data.toString()));
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    try {
      await expect.poll(() => said, { timeout: 15_000 }).toContain('failed denied');
      await run('chmod', ['a+rwx', socket.replace(/\/[^/]*$/, ''), socket]);
      await expect.poll(() => said, { timeout: 8_000 }).toContain('connected');
    } finally {
      child.kill('SIGKILL');
      await run('chmod', ['660', socket]);
    }
  });
}
