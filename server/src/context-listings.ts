import type { ContextListing } from '#core';
import { runInBackground, type Log } from './guard.ts';
import { listFiles } from './list-files.ts';

/** The files of build contexts, read in the background and kept. */
export interface ContextListings {
  /** What is known now; starts reading where nothing is known, or it is old. */
  get(folder: string): ContextListing | undefined;
  /** Waits for a first list, but not for long. */
  settle(folder: string): Promise<void>;
  /** Reads again what is asked for again. */
  expire(): void;
}

/** Milliseconds after which a list is read again at the next question, and how often as long as reading took. */
const freshFor = 10_000;
const restFactor = 30;
/** Milliseconds that an answer at the cursor may wait for a first list. */
const longestWait = 400;

interface Kept {
  listing: ContextListing | undefined;
  reading: Promise<void> | undefined;
  /** When it is old, by the clock of `performance`. */
  expires: number;
}

/** `onChange` hears when a list differs from what was known. */
export function createContextListings(log: Log, onChange: () => void): ContextListings {
  const kept = new Map<string, Kept>();
  const read = async (folder: string, one: Kept): Promise<void> => {
    const started = performance.now();
    const listing = await listFiles(folder);
    const took = performance.now() - started;
    one.expires = performance.now() + Math.max(freshFor, took * restFactor);
    one.reading = undefined;
    // The list that stays remembers what its patterns match.
    if (one.listing && isSame(one.listing, listing)) return;
    one.listing = listing;
    onChange();
  };
  const ask = (folder: string): Kept => {
    const one = kept.get(folder) ?? { listing: undefined, reading: undefined, expires: 0 };
    kept.set(folder, one);
    if (!one.reading && performance.now() >= one.expires) {
      const reading = read(folder, one);
      one.reading = reading;
      runInBackground(log, 'listing of a build context', () => reading);
    }
    return one;
  };
  return {
    get: (folder) => ask(folder).listing,
    async settle(folder) {
      const { listing, reading } = ask(folder);
      if (listing || !reading) return;
      await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, longestWait))]);
    },
    expire() {
      for (const one of kept.values()) one.expires = 0;
    },
  };
}

function isSame(a: ContextListing, b: ContextListing): boolean {
  return (
    a.files.length === b.files.length &&
    a.unread.join('\n') === b.unread.join('\n') &&
    a.files.every(({ path, size }, index) => path === b.files[index]?.path && size === b.files[index]?.size)
  );
}
