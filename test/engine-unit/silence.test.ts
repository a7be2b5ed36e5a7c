import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineWatch } from '#engine';
import { type FakeEngine, startFakeEngine } from '#test/kit/fake-engine.ts';

/** DESIGN's promise: a view says within this many milliseconds that its engine does not answer. */
const promised = 2_000;
const hang = (): void => undefined;

let server: FakeEngine;
let watch: EngineWatch;
beforeEach(async () => {
  server = await startFakeEngine();
  // The test turns the clock, so that the speed of the machine does not matter.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  watch = new EngineWatch(server.endpoint);
});
afterEach(async () => {
  watch.dispose();
  vi.useRealTimers();
  await server.stop();
});

test('an engine that never answers is told within two seconds', async () => {
  server.on('GET /_ping', hang);
  watch.start();
  // dockerode is loaded with the first call, which may take a moment.
  await expect.poll(() => server.requests, { timeout: 15_000 }).toContain('GET /_ping');
  await vi.advanceTimersByTimeAsync(promised / 2);
  expect(watch.state.kind).toBe('connecting');
  await vi.advanceTimersByTimeAsync(promised / 2);
  expect(watch.state).toMatchObject({ kind: 'failed', error: 'timeout' });
});

test('an engine that falls silent is told within two seconds of looking', async () => {
  watch.start();
  await expect.poll(() => watch.state.kind, { timeout: 15_000 }).toBe('connected');
  for (const route of ['GET /_ping', 'GET /containers/json', 'GET /images/json', 'GET /volumes', 'GET /networks']) {
    server.on(route, hang);
  }
  const before = server.requests.length;
  void watch.refresh();
  await vi.advanceTimersByTimeAsync(0);
  await expect.poll(() => server.requests.length, { timeout: 15_000 }).toBeGreaterThan(before);
  await vi.advanceTimersByTimeAsync(promised);
  expect(watch.state).toMatchObject({ kind: 'failed', error: 'timeout' });
});
