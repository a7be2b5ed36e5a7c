import { formatMessage, type Message } from '#core';
import type { EngineErrorKind } from './model.ts';

/**
 * The only error that leaves this room. `message` is English: the engine's own words, which are shown as they are, or
 * a sentence of ours. For those, `own` is the template that a door translates; it is null for words of others.
 */
export class EngineError extends Error {
  readonly kind: EngineErrorKind;
  readonly status: number | null;
  readonly own: Message | null;

  constructor(kind: EngineErrorKind, detail: string | Message, options: { status?: number; cause?: unknown } = {}) {
    super(typeof detail === 'string' ? detail : formatMessage(detail), { cause: options.cause });
    this.name = 'EngineError';
    this.kind = kind;
    this.status = options.status ?? null;
    this.own = typeof detail === 'string' ? null : detail;
  }
}
