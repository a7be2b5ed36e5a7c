import { message } from '#core';
import { startLimit, timeoutError } from './deadline.ts';
import { EngineError } from './error.ts';
import { toEngineError } from './errors.ts';
import { asObject, count, type Json, text } from './fields.ts';
import { readJsonLines } from './json-lines.ts';
import { path } from './paths.ts';
import type { CallOptions, PullProgress } from './model.ts';
import type { Wire } from './wire.ts';

/** Downloads may take hours, silence may not: a working pull says something every few seconds. */
const longestSilence = 120_000;

/** Pulls one image; without tag or digest that is `latest`, since the engine would take every tag there is. */
export async function pullImage(
  wire: Wire,
  { reference, registryAuth }: { readonly reference: string; readonly registryAuth: string | undefined },
  onProgress: (progress: PullProgress) => void,
  options?: CallOptions,
): Promise<void> {
  const limit = startLimit(options?.signal);
  const whole = options?.deadline;
  const timer = whole === undefined ? undefined : setTimeout(() => limit.end(timeoutError(whole)), whole);
  const watch = { limit, silence: setTimeout(() => undefined, 0) };
  try {
    rearm(watch);
    const response = await wire.stream({
      method: 'POST',
      path: path('images', 'create'),
      query: { fromImage: withTag(reference) },
      registryAuth,
      options: { signal: limit.signal },
      deadline: longestSilence,
    });
    for await (const line of readJsonLines(response)) {
      rearm(watch);
      onProgress(readProgress(line));
    }
  } catch (error) {
    throw limit.reason() ?? toEngineError(error);
  } finally {
    clearTimeout(timer);
    clearTimeout(watch.silence);
    limit.dispose();
  }
}

function rearm(watch: { readonly limit: ReturnType<typeof startLimit>; silence: NodeJS.Timeout }): void {
  clearTimeout(watch.silence);
  watch.silence = setTimeout(() => watch.limit.end(timeoutError(longestSilence)), longestSilence);
}

export function withTag(reference: string): string {
  const last = reference.slice(reference.lastIndexOf('/') + 1);
  return last.includes(':') || last.includes('@') ? reference : `${reference}:latest`;
}

/** The engine answers 200 and reports what went wrong as one more line: that is an error like any other. */
export function readProgress(line: Json): PullProgress {
  const detail = asObject(line['errorDetail']);
  const words = (detail === undefined ? '' : text(detail, 'message')) || text(line, 'error');
  if (words !== '' || detail !== undefined) throw new EngineError('failed', words || message('The pull failed.'));
  const progress = asObject(line['progressDetail']) ?? {};
  return {
    status: text(line, 'status'),
    layer: text(line, 'id'),
    current: count(progress, 'current') ?? 0,
    total: count(progress, 'total') ?? 0,
  };
}
