import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './run.ts';

/**
 * Removes the network bridges that an engine made. They are devices of the machine's kernel, which outlive the engine and
 * its folder: left behind, they use up the address pools of every later engine. Their names stand in the engine's own books.
 */
export async function removeBridges(state: string): Promise<void> {
  const books = await readFile(join(state, 'data/network/files/local-kv.db'), 'latin1').catch(() => '');
  const bridges = new Set(books.match(/\bbr-[0-9a-f]{12}\b/g));
  // One that was removed in order is still in the books for a while; that it is gone is what was wanted.
  for (const bridge of bridges) await run('ip', ['link', 'delete', bridge]).catch(() => undefined);
}
