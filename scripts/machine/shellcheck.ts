import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, withLock } from './cache.ts';
import { findAptObstacle } from './debian.ts';
import { runOrFail } from './run.ts';

/**
 * A folder with Debian's shellcheck, for the suites that ask a real one. It is unpacked into the cache and not installed:
 * on the PATH of the machine it would change what `drydock lint` says there.
 */
export async function ensureShellcheck(): Promise<string | { obstacle: string }> {
  const obstacle = findAptObstacle();
  if (obstacle) return { obstacle };
  const cache = await cacheFolder('shellcheck');
  const bin = join(cache, 'root/usr/bin');
  try {
    await withLock(cache, async () => {
      if (!existsSync(join(bin, 'shellcheck'))) await unpack(cache);
    });
    return bin;
  } catch (error) {
    return { obstacle: error instanceof Error ? error.message : String(error) };
  }
}

async function unpack(cache: string): Promise<void> {
  console.log('Unpacking shellcheck …');
  const work = join(cache, 'unpacking');
  await rm(work, { recursive: true, force: true });
  await mkdir(work);
  await runOrFail('apt-get', ['update', '-qq']);
  await runOrFail('apt-get', ['download', '-qq', 'shellcheck'], { cwd: work });
  for (const deb of await readdir(work)) await runOrFail('dpkg', ['-x', join(work, deb), join(work, 'root')]);
  // Last and at once: a half unpacked program is never taken for a whole one.
  await rename(join(work, 'root'), join(cache, 'root'));
  await rm(work, { recursive: true, force: true });
}
