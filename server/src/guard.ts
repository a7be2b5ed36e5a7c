import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver/node';

/** Where trouble of one request is told; it reaches the output channel of the editor. */
export type Log = (line: string) => void;

type Handler<Params, Result> = (params: Params, token: CancellationToken) => Promise<Result> | Result;

/**
 * Runs one feature so that its crash costs only this one answer: it is logged under the request's name, the editor
 * gets `fallback`, and every other feature goes on. A request that was cancelled while it waited is not computed.
 */
export function createGuard(log: Log) {
  return <Params, Result>(name: string, fallback: Result, handler: Handler<Params, Result>) =>
    async (params: Params, token: CancellationToken): Promise<Result> => {
      await letMessagesIn();
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, name);
      try {
        return await handler(params, token);
      } catch (error) {
        // A refusal is an answer: it tells the user why something is not done.
        if (error instanceof ResponseError) throw error;
        log(`${name} failed: ${describeError(error)}`);
        return fallback;
      }
    };
}

/** For work that nobody waits for: a failure is logged under its name. */
export function runInBackground(log: Log, name: string, work: () => Promise<void>): void {
  work().catch((error: unknown) => log(`${name} failed: ${describeError(error)}`));
}

export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Cancellations and edits that have already arrived are taken in before anything is computed. */
function letMessagesIn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
