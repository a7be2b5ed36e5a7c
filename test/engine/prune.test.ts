import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Doomed, ObjectKind } from '#engine';
import { baseImage, givenEngines, openRealEngine, type RealEngine } from '#test/kit/real-engine.ts';

for (const { name, host, obstacle } of givenEngines()) {
  if (host === undefined) console.log(`SKIPPED pruning on the ${name} engine: ${obstacle}`);
  describe.skipIf(host === undefined)(`the ${name} engine`, () => pruning(name, host ?? ''));
}

function pruning(name: RealEngine['name'], host: string): void {
  let real: RealEngine;
  beforeAll(async () => {
    real = await openRealEngine(name, host);
  });
  afterAll(() => real.cleanUp());

  const label = () => ['--label', `drydock.test=${real.runId}`] as const;
  /** What the preview says about these objects; other suites may have theirs on the same engine. */
  const preview = async (kind: ObjectKind, ids: readonly string[]): Promise<readonly Doomed[]> =>
    (await real.engine.previewPrune(kind)).filter(({ id }) => ids.includes(id));
  const pruneAll = async (doomed: readonly Doomed[]) =>
    (await real.engine.prune(doomed)).map(({ removed, error }) => [removed, error]);

  test('stopped containers go, with what they wrote; running and paused ones stay', async () => {
    const stopped = await real.runContainer('p-stopped', [], 'sh', '-c', 'head -c 300000 /dev/zero > /tmp/file');
    await real.docker('wait', stopped);
    const created = await real.docker('create', ...label(), baseImage, 'true');
    const running = await real.runContainer('p-running', [], 'sleep', '600');
    const doomed = await preview('container', [stopped, created, running]);
    expect(doomed.map(({ id }) => id).sort()).toEqual([stopped, created].sort());
    const size = doomed.find(({ id }) => id === stopped)?.size;
    expect(size).toBeGreaterThanOrEqual(300_000);
    expect(doomed.find(({ id }) => id === stopped)?.name).toBe(real.named('p-stopped'));
    await real.docker('start', created);
    await real.docker('wait', created);
    expect(await pruneAll(doomed)).toEqual([
      [true, null],
      [true, null],
    ]);
    expect(await preview('container', [stopped, created])).toEqual([]);
  });

  test('a container that was started since the list was shown stays', async () => {
    const id = await real.docker('create', ...label(), baseImage, 'sleep', '600');
    const doomed = await preview('container', [id]);
    expect(doomed.length).toBe(1);
    await real.docker('start', id);
    const outcomes = await real.engine.prune(doomed);
    expect(outcomes[0]?.removed).toBe(false);
    expect(outcomes[0]?.error).toMatch(/running/);
  });

  test('images without a name go, used and named ones stay', async () => {
    const make = async (object: string): Promise<string> => {
      const container = await real.runContainer(object, [], 'sh', '-c', `echo ${real.runId} ${object} > /made`);
      await real.docker('wait', container);
      const change = `LABEL drydock.test=${real.runId}`;
      return (await real.docker('commit', '--change', change, container)).trim();
    };
    const free = await make('p-free');
    const used = await make('p-used');
    const named = await make('p-named');
    const user = await real.docker('create', ...label(), used, 'true');
    const doomed = await preview('image', [free, used, named]);
    expect(doomed.map(({ id }) => id).sort()).toEqual([free, named].sort());
    expect(doomed.find(({ id }) => id === free)?.size).toBeGreaterThan(0);
    await real.docker('tag', named, `${real.runId}/named:1`);
    const outcomes = await real.engine.prune(doomed);
    expect(outcomes.find(({ object }) => object.id === free)).toMatchObject({ removed: true, error: null });
    expect(outcomes.find(({ object }) => object.id === named)).toMatchObject({ removed: false });
    expect(await preview('image', [free])).toEqual([]);
    expect(await real.docker('image', 'inspect', '--format', '{{.Id}}', `${real.runId}/named:1`)).toBe(named);
    await real.docker('rm', user);
  });

  test('anonymous volumes that nobody uses go with their size; named and used ones stay', async () => {
    const named = real.named('p-named');
    await real.docker('volume', 'create', ...label(), named);
    const volumesOf = async (id: string) =>
      (await real.docker('inspect', '--format', '{{range .Mounts}}{{.Name}} {{end}}', id)).trim();
    const write = await real.runContainer('p-left', ['--volume', '/a'], 'sh', '-c', 'head -c 200000 /dev/zero > /a/x');
    await real.docker('wait', write);
    const left = await volumesOf(write);
    await real.docker('rm', write);
    const kept = await volumesOf(await real.runContainer('p-kept', ['--volume', '/a'], 'sleep', '600'));
    const doomed = await preview('volume', [named, left, kept]);
    expect(doomed.map(({ id }) => id)).toEqual([left]);
    if (name === 'current') expect(doomed[0]?.size).toBeGreaterThanOrEqual(200_000);
    else expect(doomed[0]?.size).toBeNull();
    expect(await pruneAll(doomed)).toEqual([[true, null]]);
    expect(await preview('volume', [left])).toEqual([]);
  });

  test('networks without any container go; used and predefined ones stay, also for stopped containers', async () => {
    const create = async (object: string) =>
      (await real.docker('network', 'create', ...label(), real.named(object))).trim();
    const [free, used, resting] = [await create('p-free'), await create('p-used'), await create('p-resting')];
    await real.runContainer('p-member', ['--network', used ?? ''], 'sleep', '600');
    await real.docker('wait', await real.runContainer('p-past', ['--network', resting ?? ''], 'true'));
    const all = (await real.engine.listNetworks()).items.map(({ id }) => id);
    const doomed = (await preview('network', all)).filter(({ name }) => name.startsWith(real.runId));
    expect(doomed).toEqual([{ kind: 'network', id: free, name: real.named('p-free'), size: null }]);
    const predefined = (await real.engine.previewPrune('network')).map((network) => network.name);
    for (const each of ['bridge', 'host', 'none']) expect(predefined).not.toContain(each);
    expect(await pruneAll(doomed)).toEqual([[true, null]]);
  });

  test('what is gone by then is done, and a cancelled rest is reported as such', async () => {
    const id = await real.docker('create', ...label(), baseImage, 'true');
    const doomed = await preview('container', [id]);
    await real.docker('rm', id);
    expect(await pruneAll(doomed)).toEqual([[true, null]]);
    const outcomes = await real.engine.prune(doomed, { signal: AbortSignal.abort() });
    expect(outcomes[0]).toMatchObject({ removed: false, error: expect.stringContaining('cancelled') });
  });
}
