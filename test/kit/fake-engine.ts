import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Endpoint } from '#engine';

/** Answers one request; the path comes without its version, decoded query included in `request.url`. */
export type Handler = (response: ServerResponse, request: IncomingMessage) => void;

export interface FakeEngine {
  readonly endpoint: Endpoint;
  readonly socket: string;
  /** `GET /containers/json?all=true`, with the version taken off, in the order of arrival. */
  readonly requests: readonly string[];
  /** What to answer from now on, by `GET /containers/json`; `*` for everything else. */
  on(route: string, handler: Handler): void;
  stop(): Promise<void>;
}

/** A server that looks like an engine on its own socket, and misbehaves exactly as told. It replays what real engines cannot show. */
export async function startFakeEngine(routes: Readonly<Record<string, Handler>> = {}): Promise<FakeEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'fake-engine-'));
  const socket = join(folder, 'd.sock');
  const requests: string[] = [];
  const handlers = new Map<string, Handler>(Object.entries({ ...wellBehaved, ...routes }));
  const answer: RequestListener = (request, response) => {
    const target = (request.url ?? '').replace(/^\/v\d+\.\d+/, '');
    requests.push(`${request.method} ${target}`);
    const route = `${request.method} ${target.replace(/\?.*$/s, '')}`;
    const handler = handlers.get(route) ?? handlers.get('*');
    if (handler === undefined) json(response, 404, { message: `no route ${route}` });
    else handler(response, request);
  };
  const server = createServer(answer);
  const open = trackSockets(server);
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  return {
    endpoint: { host: `unix://${socket}`, source: 'setting', context: null },
    socket,
    requests,
    on: (route, handler) => handlers.set(route, handler),
    async stop() {
      for (const connection of open) connection.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

/** Whatever it is, with a status of success. */
export function body(content: string | Uint8Array, type = 'application/json'): Handler {
  return (response) => response.writeHead(200, { 'Content-Type': type }).end(content);
}

/** One frame of a multiplexed stream: 0 stdin, 1 stdout, 2 stderr, 3 the engine's own error. */
export function frame(stream: number, data: string | Uint8Array): Buffer {
  const payload = Buffer.from(data);
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(payload.length, 4);
  return Buffer.concat([header, payload]);
}

const wellBehaved: Readonly<Record<string, Handler>> = {
  'GET /_ping': (response) => response.writeHead(200, { 'Api-Version': '1.51' }).end('OK'),
  'GET /version': body('{"Version":"28.0.0","ApiVersion":"1.51","MinAPIVersion":"1.24","Os":"linux","Arch":"amd64"}'),
  'GET /containers/json': body('[]'),
  'GET /images/json': body('[]'),
  'GET /volumes': body('{"Volumes":null,"Warnings":null}'),
  'GET /networks': body('[]'),
  'GET /events': (response) => response.writeHead(200, { 'Content-Type': 'application/json' }).flushHeaders(),
};

function trackSockets(server: Server): Set<Socket> {
  const open = new Set<Socket>();
  server.on('connection', (connection) => {
    open.add(connection);
    connection.on('close', () => open.delete(connection));
  });
  return open;
}
