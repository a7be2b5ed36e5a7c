import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where tools that are slow to install are kept between runs and clones: an engine, a VS Code. Made on first use. */
export async function cacheFolder(name: string): Promise<string> {
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'drydock-dev', name);
  await mkdir(folder, { recursive: true });
  return folder;
}

const staleAfter = 15 * 60_000;

/** Runs `work` while nobody else on this machine runs it for the same folder. A lock left by a dead process is broken. */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, '.lock');
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch {
      if (await isAbandoned(lock)) await rm(lock, { recursive: true, force: true });
      else await sleep(500);
    }
  }
  await writeFile(join(lock, 'pid'), String(process.pid));
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function isAbandoned(lock: string): Promise<boolean> {
  try {
    const { readFile } = await import('node:fs/promises');
    const { mtimeMs } = await stat(lock);
    if (Date.now() - mtimeMs > staleAfter) return true;
    const pid = Number(await readFile(join(lock, 'pid'), 'utf8'));
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // ESRCH: its owner is gone. ENOENT: it was released, or its owner has not written its id yet.
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
