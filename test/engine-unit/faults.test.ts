import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectEngine, type Endpoint } from '#engine';
import { body, type Handler, json } from '#test/kit/fake-engine.ts';
import { createFaults } from './create-faults.ts';

const { cleanups, fake, refusal, connecting } = createFaults();
const at = (host: string): Endpoint => ({ host, source: 'setting', context: null });
const silence: Handler = () => undefined;
const html = '<!doctype html><title>Welcome to nginx</title>';

test('nobody there, nobody answering and a bad address each say so', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fake-engine-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  expect(await refusal(connectEngine(at(`unix://${folder}/none.sock`)))).toMatchObject({ kind: 'absent' });
  await writeFile(join(folder, 'plain'), '');
  expect(await refusal(connectEngine(at(`unix://${folder}/plain`)))).toMatchObject({ kind: 'unreachable' });
  expect(await refusal(connectEngine(at('tcp://127.0.0.1:1')))).toMatchObject({ kind: 'unreachable' });
  for (const host of ['gopher://x', 'tcp://', 'nonsense:', '']) {
    expect(await refusal(connectEngine(at(host)))).toMatchObject({ kind: 'absent' });
  }
});

test('something that is no engine is called that, whatever it says', async () => {
  expect(await connecting({ 'GET /_ping': body(html, 'text/html') })).toMatchObject({ kind: 'protocol' });
  expect(await connecting({ 'GET /_ping': (response) => response.writeHead(404).end(html) })).toMatchObject({
    kind: 'protocol',
  });
  expect(await connecting({ 'GET /version': body(html, 'text/html') })).toMatchObject({ kind: 'protocol' });
  expect(await connecting({ 'GET /version': body('{"ApiVersion":17}') })).toMatchObject({ kind: 'protocol' });
  expect(await connecting({ 'GET /version': body('') })).toMatchObject({ kind: 'protocol' });
  const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n').on('error', () => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => void server.close());
  const { port } = server.address() as { port: number };
  expect(await refusal(connectEngine(at(`tcp://127.0.0.1:${port}`)))).toMatchObject({ kind: 'protocol' });
});

test('a redirect is refused and never followed, also to a place that does not exist', async () => {
  for (const location of ['http://no-such-host.invalid/', 'ftp://x/', '/elsewhere', 'http://[']) {
    const redirect: Handler = (response) => response.writeHead(302, { Location: location }).end();
    expect(await connecting({ 'GET /_ping': redirect })).toMatchObject({ kind: 'protocol' });
  }
  const { engine } = await fake({
    'GET /containers/json': (response) => response.writeHead(301, { Location: '/elsewhere' }).end('[]'),
  });
  expect((await refusal(engine.listContainers())).message).toContain('redirect');
});

test('an engine that accepts and says nothing is a timeout', async () => {
  expect(await connecting({ 'GET /_ping': silence })).toMatchObject({ kind: 'timeout' });
});

test('engines too old or too new are refused with both versions named', async () => {
  const version = (api: string, least: string): Handler =>
    body(JSON.stringify({ Version: '9.9', ApiVersion: api, MinAPIVersion: least }));
  const old = await connecting({ 'GET /version': version('1.40', '1.12') });
  expect(old.kind).toBe('unsupported');
  expect(old.message).toMatch(/1\.40.*1\.41/);
  const young = await connecting({ 'GET /version': version('1.90', '1.60') });
  expect(young.kind).toBe('unsupported');
  expect(young.message).toMatch(/1\.60.*1\.51/);
});

test('the version is pinned to the lower of both, in every path', async () => {
  const { server, engine } = await fake({ 'GET /version': body('{"ApiVersion":"1.43","Version":"24.0"}') });
  const seen: string[] = [];
  server.on('GET /containers/json', (response, request) => {
    seen.push(request.url ?? '');
    json(response, 200, []);
  });
  await engine.listContainers();
  expect(seen).toEqual(['/v1.43/containers/json?all=true']);
  const young = await fake({ 'GET /version': body('{"ApiVersion":"1.77","Version":"40"}') });
  expect((await young.engine.version()).apiVersion).toBe('1.51');
});

test('DOCKER_HOST in the environment never redirects a call, not even an invalid one', async () => {
  const before = process.env['DOCKER_HOST'];
  cleanups.push(() => {
    if (before === undefined) delete process.env['DOCKER_HOST'];
    else process.env['DOCKER_HOST'] = before;
  });
  for (const elsewhere of ['tcp://127.0.0.1:1', 'tcp://[', 'ssh://nobody@no-such-host.invalid', 'unix:///none']) {
    process.env['DOCKER_HOST'] = elsewhere;
    const { server, engine } = await fake();
    await engine.listContainers();
    expect(server.requests).toContain('GET /containers/json?all=true');
    expect(process.env['DOCKER_HOST']).toBe(elsewhere);
  }
});

test('lists that are no lists reject, whatever they are instead', async () => {
  const { server, engine } = await fake();
  for (const content of [html, '{"message":"hm"}', '', '"text"', '[{"Id":', '17']) {
    server.on('GET /containers/json', body(content));
    expect(await refusal(engine.listContainers()), content).toMatchObject({ kind: 'protocol' });
  }
  server.on('GET /volumes', body('[]'));
  expect(await refusal(engine.listVolumes())).toMatchObject({ kind: 'protocol' });
  server.on('GET /images/json', body('null'));
  expect(await engine.listImages()).toEqual({ items: [], unreadable: 0 });
});

test('a bad record is counted and left out, the others stay', async () => {
  const { server, engine } = await fake();
  const records = [{ Id: 'a' }, null, 7, 'x', [], {}, { Id: 9 }, { Id: '' }, { Id: 'a' }, { Id: 'b', Names: ['/web'] }];
  server.on('GET /containers/json', body(JSON.stringify(records)));
  const { items, unreadable } = await engine.listContainers();
  expect(items.map(({ id, name }) => [id, name])).toEqual([
    ['a', 'a'],
    ['b', 'web'],
  ]);
  expect(unreadable).toBe(8);
});

test('a record of wrong types is read with what is right in it', async () => {
  const { server, engine } = await fake();
  const record = {
    Id: 'c1',
    Names: ['/other/alias', 5, '/own'],
    Created: 9e99,
    State: 'dancing',
    Status: 'Up 2 minutes (unhealthy)',
    Labels: { good: 'yes', bad: 4, ['__proto__']: 'a label' },
    Ports: [{ PrivatePort: 80, PublicPort: -2 }, 'x', { Type: 'udp' }],
    NetworkSettings: 'none',
    Mounts: [{ Type: 'bind', Source: '/a', Destination: '/b', RW: false }],
  };
  server.on('GET /containers/json', body(JSON.stringify([record])));
  const { items } = await engine.listContainers();
  expect(Object.keys(items[0]?.labels ?? {})).toEqual(['good', '__proto__']);
  expect(items[0]).toMatchObject({
    name: 'own',
    created: '',
    state: 'unknown',
    health: 'unhealthy',
    labels: { good: 'yes' },
    ports: [{ containerPort: 80, hostPort: null, protocol: 'tcp', hostIp: '' }],
    networks: [],
    mounts: [{ type: 'bind', source: '/a', destination: '/b', readOnly: true }],
  });
});

test('an answer cut short, headers and then nothing, and no answer at all each settle', async () => {
  const { server, engine } = await fake();
  server.on('GET /containers/json', (response) => {
    response.writeHead(200, { 'Content-Length': '1000' }).write('[{"Id":');
    setTimeout(() => response.destroy(), 20);
  });
  expect(await refusal(engine.listContainers())).toMatchObject({ kind: 'unreachable' });
  server.on('GET /containers/json', (response) => response.writeHead(200).write('['));
  expect(await refusal(engine.listContainers({ deadline: 150 }))).toMatchObject({ kind: 'timeout' });
  server.on('GET /containers/json', silence);
  expect(await refusal(engine.listContainers({ deadline: 150 }))).toMatchObject({ kind: 'timeout' });
  server.on('GET /containers/json', (response) => response.socket?.destroy());
  expect(await refusal(engine.listContainers())).toMatchObject({ kind: 'unreachable' });
});

test('the caller can cancel before, while waiting and in the middle of an answer', async () => {
  const { server, engine } = await fake({ 'GET /containers/json': silence });
  expect(await refusal(engine.listContainers({ signal: AbortSignal.abort() }))).toMatchObject({ kind: 'cancelled' });
  const waiting = new AbortController();
  setTimeout(() => waiting.abort(), 50);
  expect(await refusal(engine.listContainers({ signal: waiting.signal }))).toMatchObject({ kind: 'cancelled' });
  const middle = new AbortController();
  server.on('GET /containers/json', (response) => {
    response.writeHead(200).write('[');
    setTimeout(() => middle.abort(), 20);
  });
  expect(await refusal(engine.listContainers({ signal: middle.signal }))).toMatchObject({ kind: 'cancelled' });
});

test('the words of the engine come through with what they mean', async () => {
  const { server, engine } = await fake();
  const answers = [
    [404, 'not-found'],
    [409, 'conflict'],
    [401, 'denied'],
    [403, 'denied'],
    [500, 'failed'],
    [400, 'failed'],
  ] as const;
  for (const [status, kind] of answers) {
    server.on('POST /containers/c1/start', (response) => json(response, status, { message: `because ${status}` }));
    expect(await refusal(engine.startContainer('c1'))).toEqual({ kind, message: `because ${status}` });
  }
  server.on('POST /containers/c1/start', (response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
  expect(await refusal(engine.startContainer('c1'))).toMatchObject({ kind: 'protocol' });
});

test('being so already is success: 304 when starting, 404 when removing', async () => {
  const { server, engine } = await fake();
  server.on('POST /containers/c1/stop', (response) => response.writeHead(304).end());
  await engine.stopContainer('c1');
  server.on('DELETE /containers/c1', (response) => json(response, 404, { message: 'No such container: c1' }));
  await engine.removeContainer('c1', { force: false, volumes: false });
  expect(server.requests.slice(-2)).toEqual(['POST /containers/c1/stop', 'DELETE /containers/c1']);
});

test('no name changes what is addressed', async () => {
  const { server, engine } = await fake({ '*': (response) => json(response, 200, {}) });
  for (const [name, encoded] of [
    ['a/../../b', 'a%2F..%2F..%2Fb'],
    ['x?force=1#y', 'x%3Fforce%3D1%23y'],
    ['with space', 'with%20space'],
    ['line\nbreak', 'line%0Abreak'],
    ['ünïcode', '%C3%BCn%C3%AFcode'],
    ['%2e%2e', '%252e%252e'],
  ] as const) {
    await engine.inspect('network', name);
    expect(server.requests.at(-1)).toBe(`GET /networks/${encoded}`);
  }
  const before = server.requests.length;
  for (const name of ['', '.', '..', '\ud800']) {
    expect(await refusal(engine.inspect('volume', name))).toMatchObject({ kind: 'not-found' });
  }
  expect(server.requests.length).toBe(before);
});

test('what a verb asks for is what goes over the wire', async () => {
  const { server, engine } = await fake({ '*': (response) => json(response, 200, {}) });
  await engine.removeContainer('c1', { force: true, volumes: true });
  await engine.removeImage('host:5000/a/b:1', { force: true });
  await engine.removeVolume('v');
  expect(server.requests.slice(-3)).toEqual([
    'DELETE /containers/c1?force=true&v=true',
    'DELETE /images/host%3A5000%2Fa%2Fb%3A1?force=true',
    'DELETE /volumes/v',
  ]);
  let received = '';
  server.on('POST /volumes/create', (response, request) => {
    request.on('data', (data: Buffer) => (received += data.toString()));
    request.on('end', () => json(response, 201, { Name: 'v' }));
  });
  await engine.createVolume({ name: 'v', labels: { a: 'b' } });
  expect(server.requests.at(-1)).toBe('POST /volumes/create');
  expect(JSON.parse(received)).toEqual({ Name: 'v', Driver: 'local', Labels: { a: 'b' } });
});

test('ssh, TLS and contexts go through the docker command, with its words when it fails', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fake-docker-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const path = process.env['PATH'];
  cleanups.push(() => void (process.env['PATH'] = path));
  process.env['PATH'] = `${folder}:${path}`;
  const script = async (text: string): Promise<void> => {
    await writeFile(join(folder, 'docker'), `#!/bin/sh\n${text}\n`);
    await chmod(join(folder, 'docker'), 0o755);
  };
  const ssh = at('ssh://ada@lab');
  await script('echo "Host key verification failed." >&2; exit 255');
  expect(await refusal(connectEngine(ssh))).toEqual({ kind: 'denied', message: 'Host key verification failed.' });
  await script('echo "$@" >&2; exit 1');
  expect((await refusal(connectEngine(ssh))).message).toBe('--host ssh://ada@lab system dial-stdio');
  const context: Endpoint = { host: 'tcp://lab:2376', source: 'context', context: 'lab' };
  expect((await refusal(connectEngine(context))).message).toBe('--context lab system dial-stdio');
  process.env['PATH'] = join(folder, 'empty');
  expect(await refusal(connectEngine(ssh))).toMatchObject({ kind: 'unreachable' });
});

test('a pooled connection that the docker command has closed meanwhile is not used again', async () => {
  const { server } = await fake();
  const folder = await mkdtemp(join(tmpdir(), 'fake-docker-'));
  cleanups.push(() => rm(folder, { recursive: true }));
  const path = process.env['PATH'];
  cleanups.push(() => void (process.env['PATH'] = path));
  process.env['PATH'] = `${folder}:${path}`;
  // Joins its own ends to the fake engine's socket, and leaves in peace after a short while.
  const joining = `const s = require('net').connect('${server.socket}'); process.stdin.pipe(s); s.pipe(process.stdout);`;
  const program = `${joining} setTimeout(() => process.exit(0), 300);`;
  await writeFile(join(folder, 'docker'), `#!/bin/sh\nexec "${process.execPath}" -e "${program}"\n`);
  await chmod(join(folder, 'docker'), 0o755);
  const engine = await connectEngine(at('ssh://ada@lab'));
  await engine.listImages();
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await engine.listImages({ deadline: 2_000 })).toEqual({ items: [], unreadable: 0 });
  engine.close();
});

test('sentences of ours can be translated, the words of the engine stay as they are', async () => {
  const { server, engine } = await fake({ 'GET /containers/json': silence });
  const ours = await engine.listContainers({ deadline: 30 }).catch((error: unknown) => error);
  expect(ours).toMatchObject({
    message: 'No complete answer within 30 ms.',
    own: { template: 'No complete answer within {milliseconds} ms.', args: { milliseconds: '30' } },
  });
  server.on('GET /containers/json', (response) => json(response, 500, { message: 'disk {full}' }));
  const theirs = await engine.listContainers().catch((error: unknown) => error);
  expect(theirs).toMatchObject({ message: 'disk {full}', own: null });
});
