import { message } from '#core';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { dialStdio } from './dial-stdio.ts';
import { EngineError } from './error.ts';
import type { Endpoint } from './model.ts';

/** The only places from which connections to an engine come. */
export interface Agents {
  /** For the `Host` header; where the bytes go is decided by the agents alone. */
  readonly hostname: string;
  readonly port: number;
  readonly calls: Agent;
  /** Streams stay open, so they never wait in the queue of the calls. */
  readonly streams: Agent;
  close(): void;
}

export function openAgents(endpoint: Endpoint): Agents {
  const route = routeOf(endpoint);
  // A child process per connection is dear, and ssh servers limit how many knock at once; sockets are cheap.
  const calls = agentOf(route, route.dear ? { keepAlive: true, maxSockets: 2 } : { keepAlive: false });
  const streams = agentOf(route, { keepAlive: false });
  return {
    hostname: route.hostname,
    port: route.port,
    calls,
    streams,
    close() {
      // Only idle connections go: a log, a shell or a removal under way is somebody's.
      Object.assign(calls, { keepAlive: false });
      for (const socket of Object.values(calls.freeSockets).flat()) socket?.destroy();
    },
  };
}

/** True when only the `docker` command knows the way: ssh, TLS, and whatever a context asks for. */
export function needsCommand(endpoint: Endpoint): boolean {
  if (/^(unix|npipe):/i.test(endpoint.host)) return false;
  return endpoint.context !== null || endpoint.tls === true || !/^tcp:/i.test(endpoint.host);
}

interface Route {
  readonly hostname: string;
  readonly port: number;
  readonly dear: boolean;
  open(): Duplex;
}

function routeOf(endpoint: Endpoint): Route {
  // The name that the docker command itself sends when there is no host name.
  const hostname = 'api.moby.localhost';
  const local = /^(?:unix|npipe):\/\/(.+)$/i.exec(endpoint.host)?.[1];
  if (local !== undefined) return { hostname, port: 80, dear: false, open: () => connect({ path: local }) };
  if (needsCommand(endpoint)) {
    checkScheme(endpoint);
    return { hostname, port: 80, dear: true, open: () => dialStdio(endpoint) };
  }
  const url = parseUrl(endpoint.host);
  const port = url.port === '' ? 2375 : Number(url.port);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return { hostname: url.hostname, port, dear: false, open: () => connect({ host, port }) };
}

function checkScheme(endpoint: Endpoint): void {
  if (endpoint.host === '') {
    throw new EngineError(
      'absent',
      message('The Docker context "{context}" does not exist or has no engine.', { context: endpoint.context ?? '' }),
    );
  }
  if (!/^(ssh|tcp|https?):\/\//i.test(endpoint.host)) throw badAddress(endpoint.host);
}

function parseUrl(host: string): URL {
  // The URL parser knows ports and brackets only for schemes that it knows.
  const url = URL.canParse(host.replace(/^tcp:/i, 'http:')) ? new URL(host.replace(/^tcp:/i, 'http:')) : undefined;
  if (url === undefined || url.hostname === '') throw badAddress(host);
  return url;
}

function badAddress(host: string): EngineError {
  return new EngineError(
    'absent',
    message('"{host}" is no address of an engine: unix://, npipe://, tcp:// or ssh:// is.', { host }),
  );
}

function agentOf(route: Route, options: { keepAlive: boolean; maxSockets?: number }): Agent {
  const agent = new Agent(options);
  Object.assign(agent, { createConnection: () => route.open() });
  return agent;
}
