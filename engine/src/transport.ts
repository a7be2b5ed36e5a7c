import { message } from '#core';
import { type ClientRequest, type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { EngineError } from './error.ts';
import { errorOfAnswer } from './errors.ts';

/** No list comes near this; it stops an answer that never ends from filling the memory of the editor. */
const largestAnswer = 256 * 1024 * 1024;
const largestError = 1024 * 1024;

/** What docker-modem hands to its transport, as far as we use it. */
export interface SendContext {
  readonly isStream?: boolean | undefined;
  readonly hijack?: boolean | undefined;
}
export type SendCallback = (error: unknown, result: unknown) => void;
export type SendData = string | Buffer | NodeJS.ReadableStream | undefined;

/** Both directions of a connection that the engine has turned into a raw one. */
export interface Hijacked {
  readonly socket: Duplex;
}

/**
 * Sends what docker-modem has put together. It stands in for docker-modem's own sender, which follows redirects with
 * requests nobody listens to (an uncaught error), never settles when an answer is cut short, and takes HTML for an
 * object. Streams give the response, hijacked calls the socket, all others the parsed JSON or undefined when empty.
 */
export function send(options: RequestOptions, context: SendContext, data: SendData, callback: SendCallback): void {
  const settle = once(callback);
  const request = httpRequest(options);
  const abort = watchAbort(request, options.signal);
  request.on('error', (error) => settle(error, undefined));
  request.on('close', abort.stop);
  request.on('upgrade', (_, socket, head) => {
    if (context.hijack !== true) {
      socket.destroy();
      settle(new EngineError('protocol', message('The engine switched protocols without being asked.')), undefined);
      return;
    }
    if (head.length > 0) socket.unshift(head);
    settle(null, { socket } satisfies Hijacked);
  });
  request.on('response', (response) => {
    abort.also(response);
    answer(response, context).then(
      (result) => settle(null, result),
      (error: unknown) => settle(error, undefined),
    );
  });
  if (typeof data === 'string' || Buffer.isBuffer(data)) request.end(data);
  else request.end();
}

async function answer(response: IncomingMessage, context: SendContext): Promise<unknown> {
  const status = response.statusCode ?? 0;
  // "Not modified" is how the engine says that the container already is as asked.
  if (status === 304) {
    response.resume();
    return undefined;
  }
  if (status >= 300 && status < 400) {
    response.destroy();
    throw new EngineError(
      'protocol',
      message('The address answers with a redirect (HTTP {status}), not with an engine.', { status: `${status}` }),
      {
        status,
      },
    );
  }
  if (status >= 400) throw errorOfAnswer(status, await collect(response, largestError));
  if (context.hijack === true) {
    response.destroy();
    throw new EngineError('protocol', message('The engine did not open a two-way connection.'), { status });
  }
  if (context.isStream === true) return response;
  return parse(await collect(response, largestAnswer), status);
}

function parse(text: string, status: number): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EngineError('protocol', message('The answer is not the JSON that a Docker engine writes.'), {
      status,
      cause,
    });
  }
}

/** Reads to the last byte; a connection lost on the way rejects, because half an answer is none. */
async function collect(response: IncomingMessage, largest: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest)
      throw new EngineError('protocol', message('The answer is longer than {bytes} bytes.', { bytes: `${largest}` }));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Node stops listening to the signal once the answer has begun; this listens until the request is closed. */
function watchAbort(request: ClientRequest, signal: AbortSignal | undefined) {
  let response: IncomingMessage | undefined;
  const abort = (): void => {
    const reason: unknown = signal?.reason;
    const error = reason instanceof Error ? reason : new EngineError('cancelled', message('The call was cancelled.'));
    response?.destroy(error);
    request.destroy(error);
  };
  if (signal?.aborted === true) queueMicrotask(abort);
  signal?.addEventListener('abort', abort, { once: true });
  return {
    also: (value: IncomingMessage) => (response = value),
    stop: () => signal?.removeEventListener('abort', abort),
  };
}

function once(callback: SendCallback): SendCallback {
  let called = false;
  return (error, result) => {
    if (called) return;
    called = true;
    callback(error, result);
  };
}
