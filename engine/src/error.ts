import type { EngineErrorKind } from './model.ts';

/** The only error that leaves this room. `message` holds the engine's own words, untranslated. */
export class EngineError extends Error {
  readonly kind: EngineErrorKind;
  readonly status: number | null;

  constructor(kind: EngineErrorKind, detail: string, options: { status?: number; cause?: unknown } = {}) {
    super(detail, { cause: options.cause });
    this.name = 'EngineError';
    this.kind = kind;
    this.status = options.status ?? null;
  }
}
