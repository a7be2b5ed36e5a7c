import { message } from '#core';
import { EngineError } from './error.ts';
import { toEngineError } from './errors.ts';
import type { CallOptions } from './model.ts';

/**
 * Runs one call with a deadline to its last byte (`fallback` milliseconds unless the caller says otherwise) and with the
 * caller's cancellation. Rejects with `EngineError` only, and at the deadline even when the work ignores its signal.
 */
export async function within<T>(
  options: CallOptions | undefined,
  fallback: number,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const milliseconds = options?.deadline ?? fallback;
  const limit = startLimit(options?.signal);
  const timer = setTimeout(() => limit.end(timeoutError(milliseconds)), milliseconds);
  try {
    return await Promise.race([run(limit.signal), limit.ended]);
  } catch (error) {
    throw limit.reason() ?? toEngineError(error);
  } finally {
    clearTimeout(timer);
    limit.dispose();
  }
}

export interface Limit {
  readonly signal: AbortSignal;
  /** Rejects when the limit ends; never resolves. */
  readonly ended: Promise<never>;
  end(error: EngineError): void;
  reason(): EngineError | undefined;
  dispose(): void;
}

/** A cancellable span of work that also ends when `outer` is aborted. */
export function startLimit(outer: AbortSignal | undefined): Limit {
  const controller = new AbortController();
  let reason: EngineError | undefined;
  let reject: (error: EngineError) => void = () => undefined;
  const ended = new Promise<never>((_, fail) => (reject = fail));
  // Nobody may be racing at that moment; the reason is kept for whoever asks later.
  ended.catch(() => undefined);
  const end = (error: EngineError): void => {
    if (reason !== undefined) return;
    reason = error;
    controller.abort(error);
    reject(error);
  };
  const cancel = (): void => end(new EngineError('cancelled', message('The call was cancelled.')));
  if (outer?.aborted === true) cancel();
  outer?.addEventListener('abort', cancel, { once: true });
  return {
    signal: controller.signal,
    ended,
    end,
    reason: () => reason,
    dispose: () => outer?.removeEventListener('abort', cancel),
  };
}

export function timeoutError(milliseconds: number): EngineError {
  return new EngineError(
    'timeout',
    message('No complete answer within {milliseconds} ms.', { milliseconds: `${milliseconds}` }),
  );
}
