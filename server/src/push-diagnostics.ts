import type { Connection } from 'vscode-languageserver/node';
import type { Documents } from './documents.ts';
import { runInBackground, type Log } from './guard.ts';
import { diagnosticsOf, type DiagnosticParts } from './handlers/diagnostics.ts';

/** Sends diagnostics by itself, for editors that do not ask for them. */
export interface Pusher {
  /** Soon, once for all edits that arrive until then. */
  schedule(uri: string): void;
  clear(uri: string): void;
}

/** Milliseconds that typing has to pause at least, and at most, before a file is judged. */
const shortestPause = 25;
const longestPause = 400;

export function createPusher(
  connection: Connection,
  documents: Documents,
  parts: DiagnosticParts & { readonly log: Log },
): Pusher {
  const timers = new Map<string, NodeJS.Timeout>();
  const costs = new Map<string, number>();
  const push = async (uri: string): Promise<void> => {
    const started = performance.now();
    const document = documents.find(uri);
    if (!document) return;
    const diagnostics = await diagnosticsOf(document, parts);
    costs.set(uri, performance.now() - started);
    // What was typed meanwhile is on the timer already.
    if (documents.find(uri) !== document) return;
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  };
  return {
    schedule(uri) {
      clearTimeout(timers.get(uri));
      // A file that is slow to judge waits longer, so that a burst of keys is judged once and never queues up.
      const pause = Math.min(longestPause, Math.max(shortestPause, costs.get(uri) ?? 0));
      timers.set(
        uri,
        setTimeout(() => {
          timers.delete(uri);
          runInBackground(parts.log, 'diagnostics', () => push(uri));
        }, pause),
      );
    },
    clear(uri) {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      costs.delete(uri);
      runInBackground(parts.log, 'diagnostics', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
    },
  };
}
