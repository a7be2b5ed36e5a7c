import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectEngine, type Endpoint, EngineWatch } from '#engine';
import { run } from '#scripts/machine/run.ts';
import { baseImage, givenEngines, openRealEngine, type RealEngine } from '#test/kit/real-engine.ts';

const { host, obstacle } = givenEngines()[0] ?? { host: undefined, obstacle: '' };
if (host === undefined) console.log(`SKIPPED the way through the docker command: ${obstacle}`);

/** ssh and TLS take this way. Their far ends are not here, so a context leads to the real engine's socket instead. */
describe.skipIf(host === undefined)('through `docker system dial-stdio`', () => {
  let real: RealEngine;
  let folder: string;
  let before: string | undefined;
  /** A host that nothing answers on: only the command, reading the context, can find the engine. */
  const endpoint: Endpoint = { host: 'tcp://127.0.0.1:1', source: 'context', context: 'by-command' };

  beforeAll(async () => {
    real = await openRealEngine('current', host ?? '');
    folder = await mkdtemp(join(tmpdir(), 'drydock-contexts-'));
    const hash = createHash('sha256').update('by-command').digest('hex');
    await mkdir(join(folder, 'contexts/meta', hash), { recursive: true });
    const meta = { Name: 'by-command', Metadata: {}, Endpoints: { docker: { Host: host, SkipTLSVerify: false } } };
    await writeFile(join(folder, 'contexts/meta', hash, 'meta.json'), JSON.stringify(meta));
    before = process.env['DOCKER_CONFIG'];
    process.env['DOCKER_CONFIG'] = folder;
  });
  afterAll(async () => {
    if (before === undefined) delete process.env['DOCKER_CONFIG'];
    else process.env['DOCKER_CONFIG'] = before;
    await rm(folder, { recursive: true, force: true });
    await real.cleanUp();
  });

  /** The ids of the processes that carry our connections. */
  const processes = async () => (await run('pgrep', ['-P', String(process.pid), '-f', 'dial-stdio'])).stdout;

  test('every kind of call works: lists, verbs, logs and a shell', async () => {
    const engine = await connectEngine(endpoint);
    const id = await real.runContainer('far', ['--stop-timeout', '1'], 'sh', '-c', 'echo hello; exec sleep 600');
    const { items } = await engine.listContainers();
    expect(items.some((container) => container.id === id)).toBe(true);
    let log = '';
    for await (const { data } of engine.logs(id, { follow: true, tail: 'all' })) {
      log += Buffer.from(data).toString();
      break;
    }
    expect(log).toBe('hello\n');
    const session = await engine.openShell(id, { columns: 80, rows: 24 });
    let seen = '';
    session.onData((data) => (seen += Buffer.from(data).toString()));
    const ended = new Promise((resolve) => session.onEnd(resolve));
    session.write('echo $((6 * 7)); exit 3\r');
    expect(await ended).toBe(3);
    expect(seen).toContain('42');
    await engine.stopContainer(id);
    expect((await engine.listContainers()).items.find((container) => container.id === id)?.state).toBe('exited');
    engine.close();
  });

  test('one connection serves many calls', async () => {
    await expect.poll(processes).toBe('');
    const engine = await connectEngine(endpoint);
    await engine.listImages();
    const first = await processes();
    for (let call = 0; call < 20; call += 1) await engine.listImages();
    expect(await processes()).toBe(first);
    expect(first.trim().split('\n').length).toBeLessThanOrEqual(2);
    engine.close();
  });

  test('the live model follows the engine here too', async () => {
    const watch = new EngineWatch(endpoint);
    watch.start();
    await watch.refresh();
    expect(watch.state.kind).toBe('connected');
    const tag = `${real.runId}/far:1`;
    await real.docker('tag', baseImage, tag);
    const tagged = () =>
      watch.state.kind === 'connected' && watch.state.model.images.items.some((image) => image.tags.includes(tag));
    await expect.poll(tagged, { timeout: 3_000 }).toBe(true);
    await real.docker('rmi', tag);
    await expect.poll(tagged, { timeout: 3_000 }).toBe(false);
    watch.dispose();
  });

  test('no process stays behind when everybody has closed', async () => {
    const engine = await connectEngine(endpoint);
    expect(await processes()).not.toBe('');
    engine.close();
    await expect.poll(processes).toBe('');
  });

  test('a context that does not exist is absent, in the words of the command', async () => {
    await expect(connectEngine({ ...endpoint, context: 'nowhere' })).rejects.toMatchObject({
      kind: 'absent',
      message: expect.stringContaining('nowhere'),
    });
  });
});
