import type { ServerResponse } from 'node:http';
import { rename } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { type EngineState, EngineWatch, type WatchOptions } from '#engine';
import { body, type FakeEngine, type Handler, startFakeEngine } from '#test/kit/fake-engine.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Watched {
  readonly server: FakeEngine;
  readonly watch: EngineWatch;
  readonly states: EngineState[];
  /** Sends one event on the newest event stream. */
  readonly send: (event: unknown) => void;
  /** Cuts the newest event stream. */
  readonly cut: () => void;
}

async function watched(routes: Readonly<Record<string, Handler>> = {}, options?: WatchOptions): Promise<Watched> {
  const server = await startFakeEngine(routes);
  const streams: ServerResponse[] = [];
  if (routes['GET /events'] === undefined) {
    server.on('GET /events', (response) => {
      streams.push(response);
      response.writeHead(200).flushHeaders();
    });
  }
  const watch = new EngineWatch(server.endpoint, options);
  const states: EngineState[] = [];
  watch.onDidChange((state) => states.push(state));
  cleanups.push(
    () => server.stop(),
    () => watch.dispose(),
  );
  return {
    server,
    watch,
    states,
    send: (event) => void streams.at(-1)?.write(`${JSON.stringify(event)}\n`),
    cut: () => void streams.at(-1)?.destroy(),
  };
}

const container = (Id: string, more: object = {}): Handler =>
  body(JSON.stringify([{ Id, Names: [`/${Id}`], ...more }]));
const names = (state: EngineState): string =>
  state.kind === 'connected' ? state.model.containers.items.map(({ name }) => name).join() : state.kind;
const lists = (server: FakeEngine): readonly string[] => server.requests.filter((request) => request.includes('json'));

test('it connects, lists everything once, and then only listens', async () => {
  const { server, watch, states } = await watched({ 'GET /containers/json': container('web') });
  expect(watch.state.kind).toBe('connecting');
  watch.start();
  await expect.poll(() => names(watch.state)).toBe('web');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(states.length).toBe(1);
  expect(server.requests.map((request) => request.replace(/\?.*/, ''))).toEqual([
    'GET /_ping',
    'GET /version',
    'GET /events',
    'GET /containers/json',
    'GET /images/json',
    'GET /volumes',
    'GET /networks',
  ]);
});

test('an event about one container asks for that one only, and one about nothing new changes nothing', async () => {
  const { server, watch, states, send } = await watched({ 'GET /containers/json': container('web') });
  watch.start();
  await watch.refresh();
  const before = server.requests.length;
  server.on('GET /containers/json', container('db'));
  send({ Type: 'container', Action: 'start', Actor: { ID: 'db' } });
  await expect.poll(() => names(watch.state)).toBe('db,web');
  expect(server.requests.slice(before).map(decodeURIComponent)).toEqual([
    'GET /containers/json?all=true&filters={"id":["db"]}',
  ]);
  const count = states.length;
  const old = watch.state;
  send({ Type: 'container', Action: 'start', Actor: { ID: 'db' } });
  await expect.poll(() => server.requests.length).toBe(before + 2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(states.length).toBe(count);
  expect(watch.state).toBe(old);
});

test('what did not change stays the same object', async () => {
  const { server, watch } = await watched({
    'GET /containers/json': body('[{"Id":"a","State":"running"},{"Id":"b","State":"running"}]'),
  });
  watch.start();
  await watch.refresh();
  const before = watch.state;
  server.on('GET /containers/json', body('[{"Id":"a","State":"exited"},{"Id":"b","State":"running"}]'));
  await watch.refresh();
  const after = watch.state;
  if (before.kind !== 'connected' || after.kind !== 'connected') return expect.fail('it must be connected');
  expect(after.model.containers.items[0]?.state).toBe('exited');
  expect(after.model.containers.items[1]).toBe(before.model.containers.items[1]);
  expect(after.model.images).toBe(before.model.images);
});

test('a storm of events is a few flushes, and it never starves them', async () => {
  const { server, watch, send } = await watched();
  watch.start();
  await watch.refresh();
  const before = server.requests.length;
  const until = Date.now() + 1_000;
  let sent = 0;
  while (Date.now() < until) {
    for (let index = 0; index < 20; index += 1)
      send({ Type: 'container', Action: 'start', Actor: { ID: `c${(sent += 1)}` } });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const flushes = server.requests.length - before;
  expect(flushes).toBeGreaterThanOrEqual(2);
  // Counted against events, not against the clock: a slow machine sends fewer of both.
  expect(flushes * 20).toBeLessThan(sent);
});

test('a lost connection is a failure with the last model kept, and it comes back by itself', async () => {
  const { server, watch, states, cut } = await watched({ 'GET /containers/json': container('web') });
  watch.start();
  await watch.refresh();
  server.on('GET /_ping', (response) => response.destroy());
  cut();
  await expect.poll(() => watch.state.kind).toBe('failed');
  const failed = watch.state;
  if (failed.kind !== 'failed') return expect.fail('it must have failed');
  expect(failed.error).toBe('unreachable');
  expect(failed.lastModel?.containers.items.map(({ name }) => name)).toEqual(['web']);
  expect(watch.engine).toBeUndefined();
  server.on('GET /_ping', (response) => response.writeHead(200, { 'Api-Version': '1.51' }).end());
  server.on('GET /containers/json', container('new'));
  await expect.poll(() => names(watch.state), { timeout: 3_000 }).toBe('new');
  expect(states.map(({ kind }) => kind)).toEqual(['connected', 'failed', 'connected']);
});

test('the socket file coming back is noticed, however long the wait still is', async () => {
  const { server, watch } = await watched({}, { backoff: () => 60_000 });
  await rename(server.socket, `${server.socket}.away`);
  watch.start();
  await expect.poll(() => watch.state).toMatchObject({ kind: 'failed', error: 'absent' });
  await rename(`${server.socket}.away`, server.socket);
  await expect.poll(() => watch.state.kind, { interval: 20, timeout: 8_000 }).toBe('connected');
});

test('an engine that hangs is a timeout, also after it was well', async () => {
  const { server, watch } = await watched();
  watch.start();
  await watch.refresh();
  expect(watch.state.kind).toBe('connected');
  server.on('GET /_ping', () => undefined);
  await watch.refresh();
  expect(watch.state).toMatchObject({ kind: 'failed', error: 'timeout' });
});

test('an engine that answers HTML is a failure with that cause, and it recovers', async () => {
  const { server, watch } = await watched({ 'GET /_ping': body('<html>', 'text/html') }, { backoff: () => 100 });
  watch.start();
  await expect.poll(() => watch.state).toMatchObject({ kind: 'failed', error: 'protocol' });
  server.on('GET /_ping', (response) => response.writeHead(200, { 'Api-Version': '1.51' }).end());
  await expect.poll(() => watch.state.kind).toBe('connected');
});

test('an event stream with a line that is no event is a gap: everything is listed again', async () => {
  const { server, watch } = await watched(
    { 'GET /events': (response) => response.writeHead(200).write('<html>\n') },
    { backoff: () => 50 },
  );
  watch.start();
  await expect.poll(() => lists(server).length, { timeout: 3_000 }).toBeGreaterThan(4);
});

test('it sleeps while nothing is visible, keeps what it knew, and looks again on waking', async () => {
  const { server, watch, states } = await watched({ 'GET /containers/json': container('web') });
  watch.start();
  await watch.refresh();
  watch.setVisible(false);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const asleep = server.requests.length;
  await watch.refresh();
  await new Promise((resolve) => setTimeout(resolve, 1_300));
  expect(server.requests.length).toBe(asleep);
  expect(names(watch.state)).toBe('web');
  server.on('GET /containers/json', container('later'));
  watch.setVisible(true);
  await expect.poll(() => names(watch.state)).toBe('later');
  expect(states.map(({ kind }) => kind)).toEqual(['connected', 'connected']);
});

test('nothing happens before start, nor after dispose, and a listener can leave', async () => {
  const { server, watch } = await watched();
  watch.setVisible(true);
  await watch.refresh();
  expect(server.requests.length).toBe(0);
  let heard = 0;
  const leave = watch.onDidChange(() => (heard += 1));
  leave();
  watch.start();
  const refreshing = watch.refresh();
  watch.dispose();
  await refreshing;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(heard).toBe(0);
  expect(watch.state.kind).toBe('connecting');
});

test('a listener that fails silences nobody and is no failure of the engine', async () => {
  const log: string[] = [];
  const { watch, states } = await watched({}, { log: (line) => log.push(line) });
  watch.onDidChange(() => {
    throw new Error('a view broke');
  });
  const after: string[] = [];
  watch.onDidChange(({ kind }) => after.push(kind));
  watch.start();
  await watch.refresh();
  expect(states.map(({ kind }) => kind)).toEqual(['connected']);
  expect(after).toEqual(['connected']);
  expect(log.join('\n')).toContain('a view broke');
});

test('a refresh after the user has moved to another engine shows that one, and nothing of the old one when it fails', async () => {
  const first = await startFakeEngine({ 'GET /containers/json': container('first') });
  const second = await startFakeEngine({ 'GET /containers/json': container('second') });
  let endpoint = first.endpoint;
  const watch = new EngineWatch(() => endpoint);
  cleanups.push(
    () => first.stop(),
    () => second.stop(),
    () => watch.dispose(),
  );
  watch.start();
  await watch.refresh();
  expect(names(watch.state)).toBe('first');
  endpoint = second.endpoint;
  await watch.refresh();
  expect(names(watch.state)).toBe('second');
  expect(watch.engine?.endpoint).toEqual(second.endpoint);
  endpoint = { ...endpoint, host: 'unix:///nobody/here.sock' };
  await watch.refresh();
  const { state } = watch;
  expect(state).toMatchObject({ kind: 'failed', error: 'absent', endpoint: { host: endpoint.host } });
  expect(state.kind === 'failed' && state.lastModel).toBeUndefined();
});

test('of ten thousand containers the change of one asks for that one alone', async () => {
  const all = Array.from({ length: 10_000 }, (_, index) => ({
    Id: `${index}`.padStart(64, 'a'),
    Names: [`/container-${index}`],
    Image: 'registry.example/team/service:1.2.3',
    State: 'running',
    Status: 'Up 3 hours',
    Created: 1_700_000_000 - index,
    Labels: { 'com.docker.compose.project': `p${index % 100}`, 'com.docker.compose.service': 'web' },
    Ports: [{ IP: '0.0.0.0', PrivatePort: 80, PublicPort: index, Type: 'tcp' }],
  }));
  const { server, watch, send } = await watched({ 'GET /containers/json': body(JSON.stringify(all)) });
  watch.start();
  await watch.refresh();
  const changed = { ...all[5_000], State: 'exited' };
  server.on('GET /containers/json', body(JSON.stringify([changed])));
  const shown = new Promise((resolve) => watch.onDidChange(resolve));
  const asked = lists(server).length;
  send({ Type: 'container', Action: 'die', Actor: { ID: changed.Id } });
  await shown;
  const since = lists(server).slice(asked);
  expect(since).toHaveLength(1);
  expect(decodeURIComponent(since[0] ?? '')).toContain(changed.Id);
  const { state } = watch;
  if (state.kind !== 'connected') return expect.fail('it must be connected');
  expect(state.model.containers.items.length).toBe(10_000);
  expect(state.model.containers.items[5_000]).toMatchObject({ name: 'container-5000', state: 'exited' });
});
