import type { Change } from './events.ts';
import { type Dirty, isDirty, note, nothingDirty } from './live-model.ts';

/** A burst of events becomes one flush: after this much quiet, and at the latest after `longestWait`. Milliseconds. */
const quiet = 100;
const longestWait = 250;

export interface Flusher {
  note(change: Change): void;
  /** Flushes everything there is, now; rejects when that fails. */
  everything(): Promise<void>;
  /** Rejects when a flush fails; never resolves. */
  readonly failed: Promise<never>;
  dispose(): void;
}

/** Gathers changes and calls `flush` with them, never twice at once and never starved by a storm. */
export function createFlusher(flush: (dirty: Dirty) => Promise<void>): Flusher {
  let dirty = nothingDirty();
  let first = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let disposed = false;
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  // Who waits may have left; a failure without anybody waiting is no news then.
  failed.catch(() => undefined);

  function schedule(): void {
    if (running !== undefined || disposed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void run().catch(() => undefined), Math.min(quiet, first + longestWait - Date.now()));
  }

  function run(): Promise<void> {
    clearTimeout(timer);
    const taken = dirty;
    dirty = nothingDirty();
    const work = flush(taken);
    running = work.catch(fail).then(() => {
      running = undefined;
      if (isDirty(dirty)) schedule();
    });
    return work;
  }

  return {
    note(change) {
      if (!isDirty(dirty)) first = Date.now();
      note(dirty, change);
      schedule();
    },
    async everything() {
      await running;
      for (const kind of ['container', 'image', 'volume', 'network'] as const) note(dirty, { kind });
      await run();
    },
    failed,
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
  };
}
