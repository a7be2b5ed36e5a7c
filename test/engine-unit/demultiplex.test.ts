import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { demultiplex } from '#engine/demultiplex.ts';
import { EngineError } from '#engine';
import { frame } from '#test/kit/fake-engine.ts';

/** What each stream carried, and the error that ended it. */
async function read(chunks: Iterable<Uint8Array>) {
  const seen = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
  const source = (async function* () {
    yield* chunks;
  })();
  let error: unknown = null;
  try {
    for await (const { stream, data } of demultiplex(source)) seen[stream].push(data);
  } catch (thrown) {
    error = thrown;
  }
  return { stdout: Buffer.concat(seen.stdout), stderr: Buffer.concat(seen.stderr), error };
}

function cut(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (const size of sizes) {
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return [...chunks, bytes.subarray(at)];
}

test('both streams come apart, also with empty frames and bytes that are no text', async () => {
  const bytes = Buffer.concat([
    frame(1, 'one\n'),
    frame(2, Uint8Array.of(0, 255, 10)),
    frame(1, ''),
    frame(1, 'two\n'),
  ]);
  const { stdout, stderr, error } = await read([bytes]);
  expect(error).toBeNull();
  expect(stdout.toString()).toBe('one\ntwo\n');
  expect([...stderr]).toEqual([0, 255, 10]);
});

test('however a stream is cut into chunks, the bytes are the same', async () => {
  const frames = fc.array(fc.tuple(fc.constantFrom(0, 1, 2), fc.uint8Array({ maxLength: 40 })), { maxLength: 30 });
  const sizes = fc.array(fc.nat(23), { maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(frames, sizes, async (all, cuts) => {
      const bytes = Buffer.concat(all.map(([stream, data]) => frame(stream, data)));
      const { stdout, stderr, error } = await read(cut(bytes, cuts));
      const expected = (wanted: (stream: number) => boolean) =>
        Buffer.concat(all.filter(([stream]) => wanted(stream)).map(([, data]) => data));
      expect(error).toBeNull();
      expect(stdout.equals(expected((stream) => stream !== 2))).toBe(true);
      expect(stderr.equals(expected((stream) => stream === 2))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('arbitrary bytes give chunks or an EngineError, and never more bytes than came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 64 }), { maxLength: 12 }), async (chunks) => {
      const { stdout, stderr, error } = await read(chunks);
      if (error !== null) expect(error).toBeInstanceOf(EngineError);
      const came = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
      expect(stdout.length + stderr.length).toBeLessThanOrEqual(came);
    }),
    { numRuns: 500 },
  );
});

test('100,000 frames of one byte in one chunk take no stack', async () => {
  const bytes = Buffer.concat(Array.from({ length: 100_000 }, () => frame(1, 'x')));
  const { stdout, error } = await read([bytes]);
  expect(error).toBeNull();
  expect(stdout.length).toBe(100_000);
});

test('a frame is given on in pieces as it arrives, so a huge one is never gathered', async () => {
  const header = Buffer.alloc(8);
  header[0] = 1;
  header.writeUInt32BE(0xffff_ffff, 4);
  const source = (async function* () {
    yield header;
    yield Buffer.from('first');
    throw new Error('nobody may ask for more before the first piece was read');
  })();
  const first = await demultiplex(source).next();
  expect(Buffer.from((first.value as { data: Uint8Array }).data).toString()).toBe('first');
});

test('the engine ends a stream with its own error, which is no output of the container', async () => {
  const { stdout, error } = await read([frame(1, 'ok\n'), frame(3, 'the log driver broke')]);
  expect(stdout.toString()).toBe('ok\n');
  expect(error).toMatchObject({ kind: 'failed', message: 'the log driver broke' });
});

test('bytes without frames are refused and a cut stream is noticed', async () => {
  expect((await read([Buffer.from('plain text of a terminal')])).error).toMatchObject({ kind: 'protocol' });
  expect((await read([frame(1, 'half of this').subarray(0, 12)])).error).toMatchObject({ kind: 'unreachable' });
  expect((await read([frame(1, 'x').subarray(0, 3)])).error).toMatchObject({ kind: 'unreachable' });
});
