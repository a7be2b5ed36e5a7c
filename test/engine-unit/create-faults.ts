import { afterEach, expect } from 'vitest';
import { connectEngine, type Engine, EngineError } from '#engine';
import { type FakeEngine, type Handler, startFakeEngine } from '#test/kit/fake-engine.ts';

/** What a test file of faults needs; everything it starts ends with the test. */
export function createFaults() {
  const cleanups: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  async function fake(routes: Readonly<Record<string, Handler>> = {}): Promise<{ server: FakeEngine; engine: Engine }> {
    const server = await startFakeEngine(routes);
    cleanups.push(() => server.stop());
    const engine = await connectEngine(server.endpoint);
    cleanups.push(() => engine.close());
    return { server, engine };
  }

  async function refusal(work: Promise<unknown>): Promise<{ kind: string; message: string }> {
    const error = await work.then(
      () => expect.fail('this had to reject'),
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(EngineError);
    const { kind, message } = error as EngineError;
    return { kind, message };
  }

  async function connecting(routes: Readonly<Record<string, Handler>>) {
    const server = await startFakeEngine(routes);
    cleanups.push(() => server.stop());
    return refusal(connectEngine(server.endpoint));
  }

  return { cleanups, fake, refusal, connecting };
}
