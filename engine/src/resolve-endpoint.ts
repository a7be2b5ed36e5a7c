import { createHash } from 'node:crypto';
import type { Endpoint, EndpointSources } from './model.ts';

/**
 * Finds the engine that the `docker` command would talk to: setting, DOCKER_HOST, DOCKER_CONTEXT, the current context
 * of config.json, and at last the usual sockets. Pure: everything it knows comes from `sources`. Never throws; a named
 * context that cannot be read gives an empty `host`, so that a wrong name never falls back to another engine.
 */
export function resolveEndpoint(sources: EndpointSources): Endpoint {
  const setting = sources.setting.trim();
  if (setting !== '') return direct(setting, 'setting', sources);
  const host = sources.env['DOCKER_HOST']?.trim() ?? '';
  if (host !== '') return direct(host, 'DOCKER_HOST', sources);
  const fromEnv = sources.env['DOCKER_CONTEXT']?.trim() ?? '';
  if (fromEnv !== '') return fromContext(fromEnv, 'DOCKER_CONTEXT', sources);
  const current = currentContext(sources);
  if (current !== '') return fromContext(current, 'context', sources);
  return byDefault(sources);
}

function direct(host: string, source: 'setting' | 'DOCKER_HOST', sources: EndpointSources): Endpoint {
  const url = normaliseHost(host, sources);
  const tls = url.startsWith('tcp:') && wantsTls(sources.env);
  return { host: url, source, context: null, ...(tls ? { tls } : {}) };
}

/** The command takes `host:port`, and `unix://` or `npipe://` alone for the usual place. */
function normaliseHost(host: string, sources: EndpointSources): string {
  if (host === 'unix://' || host === 'npipe://') return byDefault(sources).host;
  if (host.startsWith('/')) return `unix://${host}`;
  if (host.startsWith('\\\\.\\pipe\\')) return `npipe://${host.replaceAll('\\', '/')}`;
  if (/^https?:\/\//i.test(host)) return host.replace(/^http:/i, 'tcp:');
  if (host.includes('://')) return host;
  return `tcp://${host.startsWith(':') ? `127.0.0.1${host}` : host}`;
}

/** Any value counts, even "0": the command only looks whether these are empty. */
function wantsTls(env: EndpointSources['env']): boolean {
  return (env['DOCKER_TLS_VERIFY'] ?? '') !== '' || (env['DOCKER_TLS'] ?? '') !== '';
}

function fromContext(name: string, source: 'DOCKER_CONTEXT' | 'context', sources: EndpointSources): Endpoint {
  if (name === 'default') return byDefault(sources);
  const hash = createHash('sha256').update(name).digest('hex');
  const meta = readJson(`${configFolder(sources)}/contexts/meta/${hash}/meta.json`, sources);
  const host = property(property(property(meta, 'Endpoints'), 'docker'), 'Host');
  return { host: typeof host === 'string' ? host : '', source, context: name };
}

function currentContext(sources: EndpointSources): string {
  const name = property(readJson(`${configFolder(sources)}/config.json`, sources), 'currentContext');
  return typeof name === 'string' ? name : '';
}

/** Where the docker command keeps its configuration and contexts. */
export function configFolder(sources: EndpointSources): string {
  const moved = sources.env['DOCKER_CONFIG'] ?? '';
  return moved === '' ? `${sources.homedir}/.docker` : moved;
}

function byDefault(sources: EndpointSources): Endpoint {
  const found = usualSockets(sources).find((path) => sources.exists(path));
  const host = found === undefined ? defaultHost(sources.platform) : `unix://${found}`;
  return { host, source: 'default', context: null };
}

function defaultHost(platform: NodeJS.Platform): string {
  return platform === 'win32' ? 'npipe:////./pipe/docker_engine' : 'unix:///var/run/docker.sock';
}

/** The system's socket first, then rootless engines and the desktop programs, which do not always set a context. */
function usualSockets(sources: EndpointSources): readonly string[] {
  if (sources.platform === 'win32') return [];
  const runtime = sources.env['XDG_RUNTIME_DIR'] ?? '';
  const home = sources.homedir;
  return [
    '/var/run/docker.sock',
    ...(runtime === '' ? [] : [`${runtime}/docker.sock`]),
    `${home}/.docker/run/docker.sock`,
    `${home}/.docker/desktop/docker.sock`,
    `${home}/.orbstack/run/docker.sock`,
    `${home}/.colima/default/docker.sock`,
    `${home}/.rd/docker.sock`,
  ];
}

/** Undefined for a file that is missing or no JSON. */
export function readJson(path: string, sources: EndpointSources): unknown {
  const text = sources.readFile(path);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
