import { message } from '#core';
import { EngineError } from './error.ts';
import type { EngineErrorKind } from './model.ts';

/** Turns whatever was thrown on the way to an engine into the one error that leaves this room. */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.name === 'AbortError')
    return new EngineError('cancelled', detail, { cause: error });
  return new EngineError(kindOfCode(codeOf(error)), detail, { cause: error });
}

/** What an answer with this status means; `body` is the engine's own JSON or whatever else came. */
export function errorOfAnswer(status: number, body: string): EngineError {
  const words = wordsOf(body);
  if (words === undefined) {
    return new EngineError(
      'protocol',
      message('Something that is no Docker engine answered with HTTP {status}.', { status: `${status}` }),
      { status },
    );
  }
  return new EngineError(kindOfStatus(status, words), words, { status });
}

function kindOfStatus(status: number, words: string): EngineErrorKind {
  if (/client version .* is too (old|new)|minimum supported API version/i.test(words)) return 'unsupported';
  if (status === 404) return 'not-found';
  if (status === 409) return 'conflict';
  if (status === 401 || status === 403) return 'denied';
  return 'failed';
}

/** The engine says why in `{"message": …}`; undefined means that an engine did not write this. */
function wordsOf(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const message = (parsed as Record<string, unknown>)['message'];
    return typeof message === 'string' && message !== '' ? message : undefined;
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const code = (error as Record<string, unknown>)['code'];
  return typeof code === 'string' ? code : '';
}

const kinds: ReadonlyMap<string, EngineErrorKind> = new Map<string, EngineErrorKind>([
  ['ENOENT', 'absent'],
  ['ENOTDIR', 'absent'],
  ['EACCES', 'denied'],
  ['EPERM', 'denied'],
  ['ETIMEDOUT', 'timeout'],
  ['ABORT_ERR', 'cancelled'],
]);

/** Node names parser failures `HPE_…`: bytes came that are no HTTP. Every other failure is a lost or refused connection. */
function kindOfCode(code: string): EngineErrorKind {
  return kinds.get(code) ?? (code.startsWith('HPE_') ? 'protocol' : 'unreachable');
}
