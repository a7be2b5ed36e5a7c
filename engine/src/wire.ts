import { message } from '#core';
import type { IncomingMessage } from 'node:http';
import { type Agents, openAgents } from './agents.ts';
import { within } from './deadline.ts';
import { EngineError } from './error.ts';
import type { CallOptions, Endpoint } from './model.ts';
import { type Hijacked, send, type SendCallback, type SendContext, type SendData } from './transport.ts';

/** One request to an engine. `path` is built with `path()` from `paths.ts`, so that no name is ever part of it raw. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** Objects in a query become JSON, as the engine wants its filters. */
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** `X-Registry-Auth`, for pulls. */
  readonly registryAuth?: string | undefined;
  readonly options?: CallOptions | undefined;
  /** Milliseconds to the last byte, or to the first for streams. */
  readonly deadline: number;
}

/** Three ways to ask; each rejects with `EngineError` only. */
export interface Wire {
  readonly endpoint: Endpoint;
  /** The answer as parsed JSON; undefined for an empty one. */
  json(call: Call): Promise<unknown>;
  /** The answer's body as it comes. The deadline ends with the headers; `options.signal` goes on to end the body. */
  stream(call: Call): Promise<IncomingMessage>;
  hijack(call: Call): Promise<Hijacked>;
  /** From now on every path carries this version: `1.43`. */
  pin(apiVersion: string): void;
  close(): void;
}

/** The part of docker-modem that we rely on; its published types keep `buildRequest` private. */
interface Modem {
  readonly host: unknown;
  readonly protocol: unknown;
  readonly agent: unknown;
  readonly socketPath: unknown;
  version: string | undefined;
  buildRequest(options: Parameters<typeof send>[0], context: SendContext, data: SendData, callback: SendCallback): void;
  dial(options: object, callback: SendCallback): void;
}

/**
 * Opens dockerode for exactly this endpoint. dockerode forms each request; the connection comes from our own agent, and
 * our own sender settles it. Calls go through `dial` because many of dockerode's methods repeat the options in both
 * query and body, leave some out, or throw in a callback on an unexpected answer.
 */
export async function openWire(endpoint: Endpoint): Promise<Wire> {
  const { default: Docker } = await import('dockerode');
  const agents = openAgents(endpoint);
  const options = { host: agents.hostname, port: agents.port, protocol: 'http' as const, agent: agents.calls };
  const docker = withoutDockerHost(() => new Docker(options));
  const modem = docker.modem as unknown as Modem;
  assertEndpoint(modem, agents);
  modem.buildRequest = (request, context, data, callback) => {
    const agent = context.isStream === true || context.hijack === true ? agents.streams : agents.calls;
    // Inside VS Code, http.request is replaced by one that puts its own proxy agent in the place of ours, and would
    // look for the engine by its name. It leaves requests alone that name a socket; our agent never looks at the name.
    send({ ...request, agent, socketPath: endpoint.host }, context, data, callback);
  };
  return {
    endpoint,
    json: (call) => dial(modem, call, {}),
    stream: async (call) => (await dial(modem, call, { isStream: true })) as IncomingMessage,
    hijack: async (call) => (await dial(modem, call, { isStream: true, hijack: true })) as Hijacked,
    pin: (apiVersion) => (modem.version = `v${apiVersion}`),
    close: () => agents.close(),
  };
}

function dial(modem: Modem, call: Call, kind: SendContext): Promise<unknown> {
  return within(call.options, call.deadline, async (deadline) => {
    const outer = call.options?.signal;
    // A stream outlives its deadline: only its owner may end it.
    const abortSignal = kind.isStream === true && outer !== undefined ? AbortSignal.any([deadline, outer]) : deadline;
    return new Promise((resolve, reject) => {
      const query = call.query ?? {};
      modem.dial(
        {
          method: call.method,
          path: Object.keys(query).length > 0 ? `${call.path}?` : call.path,
          options: { _query: query, _body: call.body ?? {} },
          allowEmpty: call.body !== undefined,
          abortSignal,
          statusCodes: {},
          ...(call.registryAuth === undefined ? {} : { authconfig: { base64: call.registryAuth } }),
          ...kind,
        },
        (error, result) => (error === null ? resolve(result) : reject(error)),
      );
    });
  });
}

/**
 * docker-modem reads DOCKER_HOST whatever it is told, lets it win over explicit options, and throws when it does not
 * like it. Taken away for this one synchronous call, nobody else can notice.
 */
function withoutDockerHost<T>(create: () => T): T {
  const host = process.env['DOCKER_HOST'];
  delete process.env['DOCKER_HOST'];
  try {
    return create();
  } finally {
    if (host !== undefined) process.env['DOCKER_HOST'] = host;
  }
}

/** A removal on the wrong engine cannot be undone, so this is checked and not believed. */
function assertEndpoint(modem: Modem, agents: Agents): void {
  const right =
    modem.host === agents.hostname &&
    modem.protocol === 'http' &&
    modem.agent === agents.calls &&
    modem.socketPath === undefined;
  if (!right) throw new EngineError('failed', message('The client library was redirected to another engine.'));
}
