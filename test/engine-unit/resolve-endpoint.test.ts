import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type EndpointSources, resolveEndpoint } from '#engine';

interface World {
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly sockets?: readonly string[];
  readonly setting?: string;
  readonly platform?: NodeJS.Platform;
}

function resolve(world: World) {
  const sources: EndpointSources = {
    env: world.env ?? {},
    homedir: '/home/ada',
    platform: world.platform ?? 'linux',
    setting: world.setting ?? '',
    readFile: (path) => world.files?.[path],
    exists: (path) => world.sockets?.includes(path) === true,
  };
  return resolveEndpoint(sources);
}

const meta = (config: string, name: string): string =>
  `${config}/contexts/meta/${createHash('sha256').update(name).digest('hex')}/meta.json`;
const metaOf = (host: unknown): string => JSON.stringify({ Name: 'x', Endpoints: { docker: { Host: host } } });

const contexts = {
  '/home/ada/.docker/config.json': '{"currentContext":"lab"}',
  [meta('/home/ada/.docker', 'lab')]: metaOf('ssh://ada@lab'),
  [meta('/home/ada/.docker', 'other')]: metaOf('unix:///run/other.sock'),
};

test('the setting wins over everything, then DOCKER_HOST, DOCKER_CONTEXT, the current context', () => {
  const env = { DOCKER_HOST: 'tcp://10.0.0.1:2375', DOCKER_CONTEXT: 'other' };
  expect(resolve({ env, files: contexts, setting: ' unix:///mine.sock ' })).toEqual({
    host: 'unix:///mine.sock',
    source: 'setting',
    context: null,
  });
  expect(resolve({ env, files: contexts })).toEqual({
    host: 'tcp://10.0.0.1:2375',
    source: 'DOCKER_HOST',
    context: null,
  });
  expect(resolve({ env: { DOCKER_CONTEXT: 'other' }, files: contexts })).toEqual({
    host: 'unix:///run/other.sock',
    source: 'DOCKER_CONTEXT',
    context: 'other',
  });
  expect(resolve({ files: contexts })).toEqual({ host: 'ssh://ada@lab', source: 'context', context: 'lab' });
});

test('an empty DOCKER_HOST counts as unset, as for the command', () => {
  expect(resolve({ env: { DOCKER_HOST: '' }, files: contexts }).source).toBe('context');
});

test('DOCKER_CONFIG moves the configuration and the contexts', () => {
  const files = {
    '/etc/dock/config.json': '{"currentContext":"far"}',
    [meta('/etc/dock', 'far')]: metaOf('tcp://far:1'),
  };
  expect(resolve({ env: { DOCKER_CONFIG: '/etc/dock' }, files: { ...contexts, ...files } })).toEqual({
    host: 'tcp://far:1',
    source: 'context',
    context: 'far',
  });
});

test('a context that is missing or broken never falls back to another engine', () => {
  const sockets = ['/var/run/docker.sock'];
  expect(resolve({ env: { DOCKER_CONTEXT: 'nope' }, sockets })).toEqual({
    host: '',
    source: 'DOCKER_CONTEXT',
    context: 'nope',
  });
  for (const content of ['', '{', 'null', '{"Endpoints":[]}', metaOf(7)]) {
    const files = { [meta('/home/ada/.docker', 'bad')]: content };
    expect(resolve({ env: { DOCKER_CONTEXT: 'bad' }, files, sockets }).host).toBe('');
  }
});

test('the context called default is the default engine, and a broken config.json asks for no context', () => {
  const files = { '/home/ada/.docker/config.json': '{"currentContext":"default"}' };
  const system = { host: 'unix:///var/run/docker.sock', source: 'default', context: null };
  expect(resolve({ files })).toEqual(system);
  expect(resolve({ files: { '/home/ada/.docker/config.json': 'not json' } })).toEqual(system);
});

test('without any hint it is the system socket, else a rootless or desktop one that exists', () => {
  const runtime = { XDG_RUNTIME_DIR: '/run/user/1000' };
  const all = ['/home/ada/.docker/run/docker.sock', '/run/user/1000/docker.sock'];
  expect(resolve({ env: runtime, sockets: [...all, '/var/run/docker.sock'] }).host).toBe('unix:///var/run/docker.sock');
  expect(resolve({ env: runtime, sockets: all }).host).toBe('unix:///run/user/1000/docker.sock');
  expect(resolve({ sockets: all }).host).toBe('unix:///home/ada/.docker/run/docker.sock');
  expect(resolve({ env: runtime }).host).toBe('unix:///var/run/docker.sock');
  expect(resolve({ platform: 'win32', sockets: all }).host).toBe('npipe:////./pipe/docker_engine');
});

test('hosts are read in every form that the command takes', () => {
  const host = (value: string): string => resolve({ env: { DOCKER_HOST: value } }).host;
  expect(host('10.0.0.1:2375')).toBe('tcp://10.0.0.1:2375');
  expect(host(':2375')).toBe('tcp://127.0.0.1:2375');
  expect(host('http://box:2375')).toBe('tcp://box:2375');
  expect(host('/run/x.sock')).toBe('unix:///run/x.sock');
  expect(host('unix://')).toBe('unix:///var/run/docker.sock');
  expect(host('\\\\.\\pipe\\docker_engine')).toBe('npipe:////./pipe/docker_engine');
});

test('TLS is noted for tcp when the environment asks for it, whatever the value is', () => {
  const tls = (env: Record<string, string>) => resolve({ env }).tls;
  expect(tls({ DOCKER_HOST: 'tcp://box:2376', DOCKER_TLS_VERIFY: '0' })).toBe(true);
  expect(tls({ DOCKER_HOST: 'tcp://box:2376', DOCKER_TLS: '1' })).toBe(true);
  expect(tls({ DOCKER_HOST: 'tcp://box:2376', DOCKER_TLS_VERIFY: '' })).toBeUndefined();
  expect(tls({ DOCKER_HOST: 'unix:///x.sock', DOCKER_TLS_VERIFY: '1' })).toBeUndefined();
});
