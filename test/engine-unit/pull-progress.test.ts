import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { EngineError } from '#engine';
import type { Json } from '#engine/fields.ts';
import { readJsonLines } from '#engine/json-lines.ts';
import { readProgress, withTag } from '#engine/pull.ts';

async function read(chunks: Iterable<Uint8Array>): Promise<{ lines: Json[]; error: unknown }> {
  const lines: Json[] = [];
  const source = (async function* () {
    yield* chunks;
  })();
  try {
    for await (const line of readJsonLines(source)) lines.push(line);
  } catch (error) {
    return { lines, error };
  }
  return { lines, error: null };
}

test('lines come whole however they are cut, in the middle of a character too, and the last needs no end', async () => {
  const lines = fc.array(fc.record({ status: fc.string({ unit: 'binary' }), id: fc.string({ unit: 'grapheme' }) }), {
    maxLength: 12,
  });
  const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(lines, cuts, fc.boolean(), fc.constantFrom('\n', '\r\n'), async (all, sizes, ended, newline) => {
      const text = all.map((line) => JSON.stringify(line)).join(newline) + (ended ? newline : '');
      const bytes = Buffer.from(text);
      const chunks: Uint8Array[] = [];
      let at = 0;
      for (const size of sizes) {
        chunks.push(bytes.subarray(at, at + size));
        at += size;
      }
      chunks.push(bytes.subarray(at));
      const seen = await read(chunks);
      expect(seen.error).toBeNull();
      expect(seen.lines).toEqual(JSON.parse(JSON.stringify(all)));
    }),
    { numRuns: 300 },
  );
});

test('arbitrary bytes give objects or an EngineError', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 8 }), async (chunks) => {
      const { error } = await read(chunks);
      if (error !== null) expect(error).toBeInstanceOf(EngineError);
    }),
    { numRuns: 500 },
  );
});

test('a line that is no JSON object is refused after the good ones before it', async () => {
  for (const bad of ['<html>', '[1]', '"text"', 'null', '{"a":']) {
    const { lines, error } = await read([Buffer.from(`{"status":"a"}\n${bad}\n`)]);
    expect(lines).toEqual([{ status: 'a' }]);
    expect(error).toMatchObject({ kind: 'protocol' });
  }
});

test('a line without end stops early instead of filling the memory', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  const { error } = await read(Array.from({ length: 64 }, () => chunk));
  expect(error).toMatchObject({ kind: 'protocol' });
});

test('an error among the lines rejects with its words, in both forms that engines write', () => {
  expect(() => readProgress({ error: 'old words' })).toThrow('old words');
  expect(() => readProgress({ errorDetail: { code: 1, message: 'pull access denied' } })).toThrow('pull access denied');
  expect(() => readProgress({ errorDetail: {} })).toThrow(EngineError);
});

test('progress is read with whatever is there', () => {
  const line = { status: 'Downloading', id: 'a1', progressDetail: { current: 5, total: 10 } };
  expect(readProgress(line)).toEqual({ status: 'Downloading', layer: 'a1', current: 5, total: 10 });
  expect(readProgress({ status: 3, progressDetail: { current: -1, total: 'x' } })).toEqual({
    status: '',
    layer: '',
    current: 0,
    total: 0,
  });
});

test('a reference without tag means latest and not every tag', () => {
  expect(withTag('alpine')).toBe('alpine:latest');
  expect(withTag('host:5000/a/b')).toBe('host:5000/a/b:latest');
  expect(withTag('host:5000/a/b:2')).toBe('host:5000/a/b:2');
  expect(withTag('a@sha256:00')).toBe('a@sha256:00');
});
