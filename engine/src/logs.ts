import { demultiplex } from './demultiplex.ts';
import { startLimit, timeoutError } from './deadline.ts';
import { toEngineError } from './errors.ts';
import { asObject } from './fields.ts';
import { objectPath } from './paths.ts';
import type { LogChunk, LogOptions } from './model.ts';
import type { Wire } from './wire.ts';

const callDeadline = 15_000;

/**
 * What the container wrote, and with `follow` what it goes on to write until it ends. The bytes are the container's
 * own: any encoding, any control sequence. Read slowly, it makes the engine wait; left early, it closes the connection.
 */
export async function* readLogs(wire: Wire, id: string, options: LogOptions): AsyncGenerator<LogChunk> {
  const limit = startLimit(options.signal);
  const { deadline } = options;
  const timer = deadline === undefined ? undefined : setTimeout(() => limit.end(timeoutError(deadline)), deadline);
  try {
    const terminal = await hasTerminal(wire, id, limit.signal);
    const response = await wire.stream({
      method: 'GET',
      path: objectPath('container', id, 'logs'),
      query: {
        stdout: true,
        stderr: true,
        follow: options.follow,
        tail: String(options.tail),
        timestamps: options.timestamps === true,
      },
      options: { signal: limit.signal },
      deadline: callDeadline,
    });
    yield* terminal ? raw(response) : demultiplex(response);
  } catch (error) {
    throw limit.reason() ?? toEngineError(error);
  } finally {
    clearTimeout(timer);
    limit.dispose();
  }
}

/** With a terminal there is one stream without frames; engines before API 1.42 do not say so in the answer itself. */
async function hasTerminal(wire: Wire, id: string, signal: AbortSignal): Promise<boolean> {
  const address = objectPath('container', id, 'json');
  const answer = await wire.json({ method: 'GET', path: address, options: { signal }, deadline: callDeadline });
  return asObject(asObject(answer)?.['Config'])?.['Tty'] === true;
}

async function* raw(source: AsyncIterable<Uint8Array>): AsyncGenerator<LogChunk> {
  for await (const data of source) yield { stream: 'stdout', data };
}
