import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LogChunk, ShellSession } from '#engine';
import { givenEngines, openRealEngine, type RealEngine } from '#test/kit/real-engine.ts';

for (const { name, host, obstacle } of givenEngines()) {
  if (host === undefined) console.log(`SKIPPED the streams of the ${name} engine: ${obstacle}`);
  describe.skipIf(host === undefined)(`the ${name} engine`, () => streams(name, host ?? ''));
}

async function collect(log: AsyncIterable<LogChunk>): Promise<{ stdout: string; stderr: string }> {
  const text = { stdout: '', stderr: '' };
  for await (const { stream, data } of log) text[stream] += Buffer.from(data).toString();
  return text;
}

/** Everything that a session shows, and how it ends. */
function watchSession(session: ShellSession) {
  const seen = { text: '' };
  session.onData((data) => (seen.text += Buffer.from(data).toString()));
  const ended = new Promise<number | null>((resolve) => session.onEnd(resolve));
  return { seen, ended };
}

function streams(name: RealEngine['name'], host: string): void {
  let real: RealEngine;
  beforeAll(async () => {
    real = await openRealEngine(name, host);
  });
  afterAll(() => real.cleanUp());

  test('a log is followed until the container ends, with both streams apart', async () => {
    // Engine 20.10 can lose what is written in the very last moment, from its own command too.
    const script = 'echo one; echo two >&2; sleep 1; echo last ü; sleep 0.5';
    const id = await real.runContainer('talker', [], 'sh', '-c', script);
    expect(await collect(real.engine.logs(id, { follow: true, tail: 'all' }))).toEqual({
      stdout: 'one\nlast ü\n',
      stderr: 'two\n',
    });
  });

  test('tail and timestamps are the ones of the engine', async () => {
    const id = await real.runContainer('counter', [], 'seq', '1', '100');
    await real.docker('wait', id);
    const log = (options: { tail: number | 'all'; timestamps?: boolean }) =>
      collect(real.engine.logs(id, { follow: false, ...options }));
    expect((await log({ tail: 3 })).stdout).toBe('98\n99\n100\n');
    expect((await log({ tail: 0 })).stdout).toBe('');
    expect((await log({ tail: 'all' })).stdout.split('\n').length).toBe(101);
    expect((await log({ tail: 1, timestamps: true })).stdout).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z 100\n$/);
  });

  test('a container with a terminal has one raw stream', async () => {
    const id = await real.runContainer('tty', ['--tty'], 'sh', '-c', 'echo out; echo err >&2');
    await real.docker('wait', id);
    expect(await collect(real.engine.logs(id, { follow: true, tail: 'all' }))).toEqual({
      stdout: 'out\r\nerr\r\n',
      stderr: '',
    });
  });

  test('megabytes of output arrive whole', async () => {
    const id = await real.runContainer(
      'loud',
      [],
      'sh',
      '-c',
      'yes 0123456789012345678901234567890 | head -c 5000000; sleep 3',
    );
    const { stdout } = await collect(real.engine.logs(id, { follow: true, tail: 'all' }));
    expect(stdout.length).toBe(5_000_000);
  });

  test('following can be cancelled, and leaving the loop is enough', async () => {
    const id = await real.runContainer('endless', [], 'sh', '-c', 'while true; do echo tick; sleep 0.1; done');
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 400);
    const followed = collect(real.engine.logs(id, { follow: true, tail: 1, signal: cancel.signal }));
    await expect(followed).rejects.toMatchObject({ kind: 'cancelled' });
    for await (const { data } of real.engine.logs(id, { follow: true, tail: 1 })) {
      expect(Buffer.from(data).toString()).toContain('tick');
      break;
    }
    await expect(collect(real.engine.logs('nobody', { follow: true, tail: 1 }))).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  test('a shell is a terminal of the asked size, takes input and ends with its exit code', async () => {
    const id = await real.runContainer('shell', [], 'sleep', '600');
    const session = await real.engine.openShell(id, { columns: 91, rows: 33 });
    const { seen, ended } = watchSession(session);
    session.write('stty size; echo $((40 + 2))ü\r');
    await expect.poll(() => seen.text).toContain('42ü');
    expect(seen.text).toContain('33 91');
    session.resize(120, 40);
    await expect
      .poll(
        () => {
          session.write('stty size\r');
          return seen.text;
        },
        { interval: 200 },
      )
      .toContain('40 120');
    session.write('exit 7\r');
    expect(await ended).toBe(7);
  });

  test('bash is taken where there is one, and a container without a shell says so', async () => {
    const script =
      'printf \'#!/bin/sh\\necho this is bash; exec sh "$@"\\n\' > /bin/bash; chmod +x /bin/bash; exec sleep 600';
    const id = await real.runContainer('bash', [], 'sh', '-c', script);
    await expect.poll(() => real.docker('exec', id, 'ls', '/bin')).toContain('bash');
    const session = await real.engine.openShell(id, { columns: 80, rows: 24 });
    const { seen } = watchSession(session);
    await expect.poll(() => seen.text).toContain('this is bash');
    session.close();
    await real.docker('exec', id, 'rm', '/bin/bash', '/bin/sh');
    await expect(real.engine.openShell(id, { columns: 80, rows: 24 })).rejects.toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('no shell'),
    });
  });

  test('closing a session leaves no shell behind in the container', async () => {
    const id = await real.runContainer('closed', [], 'sleep', '600');
    const session = await real.engine.openShell(id, { columns: 80, rows: 24 });
    const { seen, ended } = watchSession(session);
    await expect.poll(() => seen.text).toContain('#');
    const processes = async () => (await real.docker('top', id)).split('\n').length - 1;
    expect(await processes()).toBe(2);
    session.close();
    await ended;
    await expect.poll(processes).toBe(1);
  });

  test('a session ends when its container is killed', async () => {
    const id = await real.runContainer('killed', [], 'sleep', '600');
    const { ended } = watchSession(await real.engine.openShell(id, { columns: 80, rows: 24 }));
    await real.docker('kill', id);
    expect(await ended).not.toBe(0);
  });

  test('a shell in a container that does not run is refused', async () => {
    const id = await real.runContainer('stopped', [], 'true');
    await real.docker('wait', id);
    await expect(real.engine.openShell(id, { columns: 80, rows: 24 })).rejects.toMatchObject({ kind: 'conflict' });
  });
}
