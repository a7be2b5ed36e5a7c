import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Endpoint } from './model.ts';

/** Milliseconds before the next attempt: 1, 2, 4 … 30 seconds, a fifth more or less so that windows do not knock together. */
export function backoff(attempt: number): number {
  const base = Math.min(1_000 * 2 ** Math.min(attempt, 10), 30_000);
  return base * (0.8 + Math.random() * 0.4);
}

export interface Pause {
  /** Resolves at the end of the time, when the engine's socket appears, or when woken. */
  readonly done: Promise<'time' | 'socket' | 'woken'>;
  wake(): void;
}

/** Waits, but not longer than until there is something to try. */
export function startPause(endpoint: Endpoint, milliseconds: number): Pause {
  let finish: (why: 'time' | 'socket' | 'woken') => void = () => undefined;
  const ended = new Promise<'time' | 'socket' | 'woken'>((resolve) => (finish = resolve));
  const timer = setTimeout(() => finish('time'), milliseconds);
  const watcher = watchSocket(endpoint, () => finish('socket'));
  const done = ended.finally(() => {
    clearTimeout(timer);
    watcher?.close();
  });
  return { done, wake: () => finish('woken') };
}

/** The folder is watched, because the file is not there. Where that cannot be done, time alone must do. */
function watchSocket(endpoint: Endpoint, appeared: () => void): FSWatcher | undefined {
  const socket = /^unix:\/\/(.+)$/i.exec(endpoint.host)?.[1];
  if (socket === undefined) return undefined;
  try {
    const watcher = watch(dirname(socket), (_, name) => {
      if (name === basename(socket) && existsSync(socket)) appeared();
    });
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
