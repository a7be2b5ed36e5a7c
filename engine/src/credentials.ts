import { spawn } from 'node:child_process';
import { asObject, type Json, text } from './fields.ts';
import { configFolder, readJson } from './resolve-endpoint.ts';
import type { EndpointSources } from './model.ts';

/** The name under which the docker command keeps the credentials of Docker Hub. */
const hub = 'https://index.docker.io/v1/';
const helperDeadline = 10_000;

/**
 * The value of `X-Registry-Auth` for the registry of this image, from where `docker login` has put it: a credential
 * helper, the credential store, or config.json itself. Undefined when the user has not logged in there. Never logged.
 */
export async function findRegistryAuth(reference: string, sources: EndpointSources): Promise<string | undefined> {
  const config = asObject(readJson(`${configFolder(sources)}/config.json`, sources));
  if (config === undefined) return undefined;
  const registry = registryOf(reference);
  const helper = text(asObject(config['credHelpers']) ?? {}, registry) || text(config, 'credsStore');
  const found = helper === '' ? readAuths(config, registry) : await askHelper(helper, registry);
  return found === undefined ? undefined : Buffer.from(JSON.stringify(found)).toString('base64url');
}

/** `a/b:1` is of Docker Hub; a first part with a dot, a port or the name localhost is a registry. */
export function registryOf(reference: string): string {
  const first = reference.includes('/') ? reference.slice(0, reference.indexOf('/')) : '';
  const isRegistry = /[.:]/.test(first) || first === 'localhost';
  if (!isRegistry || first === 'docker.io' || first === 'index.docker.io') return hub;
  return first;
}

/** Keys are host names, or URLs that older commands have written. */
function readAuths(config: Json, registry: string): Json | undefined {
  const auths = asObject(config['auths']) ?? {};
  const key = Object.keys(auths).find((name) => name === registry || hostOf(name) === hostOf(registry));
  const entry = asObject(key === undefined ? undefined : auths[key]);
  if (entry === undefined) return undefined;
  const identitytoken = text(entry, 'identitytoken');
  if (identitytoken !== '') return { identitytoken, serveraddress: registry };
  const [username = '', ...rest] = Buffer.from(text(entry, 'auth'), 'base64').toString('utf8').split(':');
  return username === '' ? undefined : { username, password: rest.join(':'), serveraddress: registry };
}

function hostOf(name: string): string {
  return name.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}

/** Helpers take the name of the registry on their input and answer with JSON; any failure means "not logged in". */
async function askHelper(helper: string, registry: string): Promise<Json | undefined> {
  // The name becomes the name of a program: it may not lead anywhere else.
  if (!/^[\w.-]+$/.test(helper)) return undefined;
  const answer = asObject(parse(await runHelper(`docker-credential-${helper}`, registry)));
  if (answer === undefined) return undefined;
  const secret = text(answer, 'Secret');
  const username = text(answer, 'Username');
  if (secret === '') return undefined;
  if (username === '<token>') return { identitytoken: secret, serveraddress: registry };
  return { username, password: secret, serveraddress: registry };
}

function runHelper(program: string, input: string): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, ['get'], { stdio: 'pipe', timeout: helperDeadline, windowsHide: true });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString('utf8')));
    child.stderr.resume();
    child.stdin.on('error', () => undefined);
    child.on('error', () => resolve(''));
    child.on('close', (status) => resolve(status === 0 ? output : ''));
    child.stdin.end(input);
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
