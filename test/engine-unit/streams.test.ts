import { expect, test } from 'vitest';
import type { LogChunk } from '#engine';
import { body, frame, type Handler, json } from '#test/kit/fake-engine.ts';
import { createFaults } from './create-faults.ts';

const { fake, refusal } = createFaults();

async function readAll(log: AsyncIterable<LogChunk>): Promise<string> {
  let text = '';
  for await (const { data } of log) text += Buffer.from(data).toString();
  return text;
}

test('thousands of tiny frames in one chunk are one log', async () => {
  const frames = Buffer.concat(Array.from({ length: 20_000 }, (_, index) => frame(1 + (index % 2), 'x')));
  const { engine } = await fake({
    'GET /containers/c1/json': body('{"Config":{"Tty":false}}'),
    'GET /containers/c1/logs': body(frames, 'application/vnd.docker.multiplexed-stream'),
  });
  expect((await readAll(engine.logs('c1', { follow: true, tail: 'all' }))).length).toBe(20_000);
});

test('a log with a terminal has no frames, and a broken one rejects with the reason', async () => {
  const { server, engine } = await fake({
    'GET /containers/c1/json': body('{"Config":{"Tty":true}}'),
    'GET /containers/c1/logs': body('plain \u001B[31mred'),
  });
  expect(await readAll(engine.logs('c1', { follow: true, tail: 10 }))).toBe('plain \u001B[31mred');
  server.on('GET /containers/c1/json', body('{"Config":{"Tty":false}}'));
  expect(await refusal(readAll(engine.logs('c1', { follow: true, tail: 10 })))).toMatchObject({ kind: 'protocol' });
  server.on('GET /containers/c1/logs', body(Buffer.concat([frame(1, 'a'), frame(3, 'driver broke')])));
  expect(await refusal(readAll(engine.logs('c1', { follow: false, tail: 10 })))).toEqual({
    kind: 'failed',
    message: 'driver broke',
  });
});

test('who stops reading a log closes its connection, and a slow reader makes the engine wait', async () => {
  let closed = false;
  let written = 0;
  const endless: Handler = (response) => {
    response.writeHead(200);
    response.on('close', () => (closed = true));
    const chunk = frame(1, Buffer.alloc(64 * 1024, 'x'));
    const more = (): void => {
      while (!response.destroyed && response.write(chunk)) written += chunk.length;
    };
    response.on('drain', more);
    more();
  };
  const { engine } = await fake({
    'GET /containers/c1/json': body('{"Config":{"Tty":false}}'),
    'GET /containers/c1/logs': endless,
  });
  for await (const { data } of engine.logs('c1', { follow: true, tail: 'all' })) {
    expect(data.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    break;
  }
  expect(written).toBeLessThan(8 * 1024 * 1024);
  await expect.poll(() => closed).toBe(true);
});

test('a pull that fails in its own stream rejects, and progress before that was told', async () => {
  const lines = '{"status":"Pulling"}\n{"errorDetail":{"message":"pull access denied"},"error":"pull access denied"}';
  const { server, engine } = await fake({ 'POST /images/create': body(lines) });
  const told: string[] = [];
  expect(await refusal(engine.pullImage('secret', ({ status }) => told.push(status)))).toEqual({
    kind: 'failed',
    message: 'pull access denied',
  });
  expect(told).toEqual(['Pulling']);
  expect(server.requests.at(-1)).toBe('POST /images/create?fromImage=secret%3Alatest');
  server.on('POST /images/create', body('<html>'));
  expect(await refusal(engine.pullImage('x', () => undefined))).toMatchObject({ kind: 'protocol' });
  const cancel = new AbortController();
  server.on('POST /images/create', (response) => response.writeHead(200).write('{"status":"slow"}\n'));
  const cancelled = engine.pullImage('x', () => cancel.abort(), { signal: cancel.signal });
  expect(await refusal(cancelled)).toMatchObject({ kind: 'cancelled' });
});

test('a shell that the engine does not open two ways is no shell', async () => {
  const { engine } = await fake({
    'GET /containers/c1/json': body('{}'),
    'POST /containers/c1/exec': (response) => json(response, 201, { Id: 'e1' }),
    'POST /exec/e1/start': (response) => json(response, 200, {}),
  });
  expect(await refusal(engine.openShell('c1', { columns: 80, rows: 24 }))).toMatchObject({ kind: 'protocol' });
});

test('prune goes on after a refusal, takes what is gone as done, and spares an image that got a name', async () => {
  const { server, engine } = await fake({
    'DELETE /volumes/used': (response) => json(response, 409, { message: 'volume is in use' }),
    'DELETE /volumes/gone': (response) => json(response, 404, { message: 'no such volume' }),
    'DELETE /volumes/free': (response) => response.writeHead(204).end(),
    'GET /images/i1/json': body('{"Id":"i1","RepoTags":["now:named"]}'),
  });
  const volume = (name: string) => ({ kind: 'volume', id: name, name, size: null }) as const;
  const image = { kind: 'image', id: 'i1', name: 'i1', size: 1 } as const;
  const outcomes = await engine.prune([volume('used'), volume('gone'), volume('free'), image]);
  expect(outcomes.map(({ removed, error }) => [removed, error])).toEqual([
    [false, 'volume is in use'],
    [true, null],
    [true, null],
    [false, 'The image is called now:named by now.'],
  ]);
  expect(server.requests.some((request) => request.startsWith('DELETE /images'))).toBe(false);
});
