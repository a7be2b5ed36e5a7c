import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findRegistryAuth, registryOf } from '#engine/credentials.ts';
import { body } from '#test/kit/fake-engine.ts';
import { createFaults } from './create-faults.ts';

const { cleanups, fake } = createFaults();
const { DOCKER_CONFIG: configBefore, PATH: pathBefore = '' } = process.env;
afterEach(() => {
  process.env['PATH'] = pathBefore;
  if (configBefore === undefined) delete process.env['DOCKER_CONFIG'];
  else process.env['DOCKER_CONFIG'] = configBefore;
});

function find(reference: string, config: unknown): Promise<unknown> {
  const files: Record<string, string> = { '/home/ada/.docker/config.json': JSON.stringify(config) };
  const world = { env: {}, homedir: '/home/ada', platform: 'linux' as const, setting: '', exists: () => false };
  return findRegistryAuth(reference, { ...world, readFile: (path) => files[path] }).then((auth) =>
    auth === undefined ? undefined : JSON.parse(Buffer.from(auth, 'base64url').toString()),
  );
}

/** A program `docker-credential-NAME` on the PATH that runs this shell script. */
async function helper(name: string, script: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'fake-helper-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const program = join(folder, `docker-credential-${name}`);
  await writeFile(program, `#!/bin/sh\n${script}\n`);
  await chmod(program, 0o755);
  process.env['PATH'] = `${folder}:${pathBefore}`;
}

test('the registry of a reference is found as the docker command finds it', () => {
  const hub = 'https://index.docker.io/v1/';
  for (const reference of ['alpine', 'team/tool:1', 'docker.io/library/alpine', 'a@sha256:00']) {
    expect(registryOf(reference)).toBe(hub);
  }
  expect(registryOf('ghcr.io/a/b:1')).toBe('ghcr.io');
  expect(registryOf('localhost/a')).toBe('localhost');
  expect(registryOf('host:5000/a')).toBe('host:5000');
});

test('config.json itself may hold the password, under a host name or an old URL', async () => {
  const auth = Buffer.from('ada:pass:word').toString('base64');
  const expected = { username: 'ada', password: 'pass:word' };
  expect(await find('ghcr.io/a', { auths: { 'ghcr.io': { auth } } })).toMatchObject(expected);
  expect(await find('ghcr.io/a', { auths: { 'https://ghcr.io/v1/': { auth } } })).toMatchObject(expected);
  expect(await find('alpine', { auths: { 'https://index.docker.io/v1/': { auth } } })).toMatchObject(expected);
  expect(await find('ghcr.io/a', { auths: { 'ghcr.io': { identitytoken: 't' } } })).toMatchObject({
    identitytoken: 't',
  });
  expect(await find('quay.io/a', { auths: { 'ghcr.io': { auth } } })).toBeUndefined();
  for (const broken of [null, [], 'x', { auths: 7 }, { auths: { 'ghcr.io': null } }, { auths: { 'ghcr.io': {} } }]) {
    expect(await find('ghcr.io/a', broken)).toBeUndefined();
  }
});

test('a helper of the registry is asked, by name on its input', async () => {
  await helper('mine', 'read server; printf \'{"Username":"u-%s","Secret":"s"}\' "$server"');
  const config = { credHelpers: { 'ghcr.io': 'mine' } };
  expect(await find('ghcr.io/a', config)).toMatchObject({ username: 'u-ghcr.io', password: 's' });
  expect(await find('quay.io/a', config)).toBeUndefined();
  await helper('token', 'printf \'{"Username":"<token>","Secret":"id"}\'');
  expect(await find('alpine', { credsStore: 'token' })).toMatchObject({ identitytoken: 'id' });
});

test('a helper that is missing, fails, or is no name of a helper means anonymous', async () => {
  expect(await find('alpine', { credsStore: 'not-installed' })).toBeUndefined();
  await helper('fails', 'echo "credentials not found in native keychain"; exit 1');
  expect(await find('alpine', { credsStore: 'fails' })).toBeUndefined();
  await helper('odd', 'echo not json');
  expect(await find('alpine', { credsStore: 'odd' })).toBeUndefined();
  expect(await find('alpine', { credsStore: '../../bin/sh' })).toBeUndefined();
});

test('a pull sends what was found in its header and nowhere else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fake-config-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const auth = Buffer.from('ada:secret').toString('base64');
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths: { 'ghcr.io': { auth } } }));
  process.env['DOCKER_CONFIG'] = folder;
  const { server, engine } = await fake();
  const headers: unknown[] = [];
  server.on('POST /images/create', (response, request) => {
    headers.push(request.headers['x-registry-auth']);
    body('{"status":"done"}')(response, request);
  });
  await engine.pullImage('ghcr.io/a/b', () => undefined);
  await engine.pullImage('quay.io/a/b', () => undefined);
  const sent = JSON.parse(Buffer.from(String(headers[0]), 'base64url').toString()) as unknown;
  expect(sent).toEqual({ username: 'ada', password: 'secret', serveraddress: 'ghcr.io' });
  expect(headers[1]).toBeUndefined();
  expect(server.requests.join()).not.toContain(Buffer.from('secret').toString('base64url'));
  expect(server.requests.at(-2)).toBe('POST /images/create?fromImage=ghcr.io%2Fa%2Fb%3Alatest');
});
