import type { Message } from '#core';
import type { EngineErrorKind, EngineState } from '#engine';

/** Why something of the engine failed, as `EngineError` and the failed state know it. */
export interface Failure {
  readonly kind: EngineErrorKind;
  /** English. */
  readonly detail: string;
  /** The detail to translate, where it is a sentence of ours. */
  readonly own: Message | null;
}

type Failed = Extract<EngineState, { kind: 'failed' }>;

/** The failure of a state. Many engines take their socket along when they stop: one that was there is not absent. */
export function failureOf({ error, detail, own, lastModel }: Failed): Failure {
  return { kind: error === 'absent' && lastModel ? 'unreachable' : error, detail, own: own ?? null };
}

/** Kinds that have a welcome text of their own. */
const told: ReadonlySet<EngineErrorKind> = new Set([
  'absent',
  'unreachable',
  'denied',
  'protocol',
  'unsupported',
  'timeout',
]);

/** The value of the context key `drydock.engineState`, by which the welcome texts are chosen. */
export function stateKey(state: EngineState): string {
  if (state.kind !== 'failed') return state.kind;
  const { kind, own } = failureOf(state);
  // An address that leads nowhere is mended in the settings, not by installing an engine.
  if (kind === 'absent' && own) return 'misnamed';
  return told.has(kind) ? kind : 'failed';
}
