import { message } from '#core';
import { EngineError } from './error.ts';
import type { LogChunk } from './model.ts';

const headerSize = 8;
/** An engine's own error is a sentence; what claims to be longer is cut. */
const longestError = 64 * 1024;

/**
 * Takes apart the stream of a container without a terminal: eight bytes of header (stream, three zeros, length as
 * big-endian 32 bits), then that many bytes. Pieces of a frame are given on as they arrive, so nothing is ever copied
 * and no frame is too long; reading only as fast as the consumer asks keeps the engine from running ahead.
 */
export async function* demultiplex(source: AsyncIterable<Uint8Array>): AsyncGenerator<LogChunk> {
  const state = createDemultiplexer();
  for await (const chunk of source) yield* state.push(chunk);
  state.end();
}

export interface Demultiplexer {
  /** The complete and partial frames of this chunk; throws `EngineError` on the engine's own error and on other bytes. */
  push(chunk: Uint8Array): Generator<LogChunk>;
  /** Throws when the stream ended inside of a frame. */
  end(): void;
}

export function createDemultiplexer(): Demultiplexer {
  const header = new Uint8Array(headerSize);
  let have = 0;
  let remaining = 0;
  let engineWords: Uint8Array[] | undefined;

  function* push(chunk: Uint8Array): Generator<LogChunk> {
    let at = 0;
    while (at < chunk.length) {
      if (have < headerSize) {
        const taken = chunk.subarray(at, at + headerSize - have);
        header.set(taken, have);
        have += taken.length;
        at += taken.length;
        if (have === headerSize) open();
        continue;
      }
      const data = chunk.subarray(at, at + remaining);
      at += data.length;
      remaining -= data.length;
      if (engineWords !== undefined) engineWords.push(data);
      else yield { stream: header[0] === 2 ? 'stderr' : 'stdout', data };
      if (remaining === 0) close();
    }
  }

  function open(): void {
    const [type = 0, ...zeros] = header.subarray(0, 4);
    if (type > 3 || zeros.some((byte) => byte !== 0)) {
      throw new EngineError('protocol', message('The log stream is not in the form that engines use.'));
    }
    remaining = new DataView(header.buffer).getUint32(4);
    if (type === 3) {
      remaining = Math.min(remaining, longestError);
      engineWords = [];
    }
    if (remaining === 0) close();
  }

  function close(): void {
    have = 0;
    if (engineWords !== undefined) throw engineError(engineWords);
  }

  function end(): void {
    // A cut sentence of the engine still says more than "cut short".
    if (engineWords !== undefined && engineWords.length > 0) throw engineError(engineWords);
    if (have > 0) throw new EngineError('unreachable', message('The connection ended in the middle of the log.'));
  }

  return { push, end };
}

function engineError(words: readonly Uint8Array[]): EngineError {
  const text = Buffer.concat(words).toString('utf8').trim();
  return new EngineError('failed', text === '' ? message('The engine ended the stream with an error.') : text);
}
