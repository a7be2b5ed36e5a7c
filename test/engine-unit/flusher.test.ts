import { expect, test } from 'vitest';
import { createFlusher } from '#engine/flusher.ts';
import { backoff } from '#engine/retry.ts';

test('the waits grow from one second to thirty, and no two windows wait alike', () => {
  const waits = Array.from({ length: 12 }, (_, attempt) => backoff(attempt));
  expect(waits[0]).toBeLessThanOrEqual(1_200);
  expect(Math.max(...waits)).toBeLessThanOrEqual(36_000);
  expect(waits[8]).toBeGreaterThanOrEqual(24_000);
  expect(new Set(Array.from({ length: 20 }, () => backoff(3))).size).toBeGreaterThan(1);
});

test('a flusher never runs twice at once and loses no change that comes meanwhile', async () => {
  let running = 0;
  let most = 0;
  const seen: string[] = [];
  const flusher = createFlusher(async (dirty) => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setTimeout(resolve, 450));
    seen.push(...dirty.containers);
    running -= 1;
  });
  for (let index = 0; index < 10; index += 1) {
    flusher.note({ kind: 'container', id: `c${index}` });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await expect.poll(() => seen.length).toBe(10);
  expect(most).toBe(1);
  flusher.dispose();
});
