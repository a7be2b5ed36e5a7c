import { fork, spawn } from 'node:child_process';
import {
  CancellationTokenSource,
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { describe, expect, test } from 'vitest';
import { serverBundle } from '#test/kit/build-server.ts';
import { waitForExit, withServer } from '#test/kit/lsp-client.ts';

describe('one feature that fails leaves the others', () => {
  test('requests without what they need', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine\nADD a b\n');
      expect(await editor.connection.sendRequest('textDocument/hover', {})).toBeNull();
      expect(await editor.connection.sendRequest('textDocument/completion', { textDocument: {} })).toEqual([]);
      const broken = { textDocument: { uri: file.uri }, range: null, context: null };
      expect(await editor.connection.sendRequest('textDocument/codeAction', broken)).toEqual([]);
      expect((await file.diagnostics()).length).toBeGreaterThan(0);
      expect(await file.hover('ADD')).toContain('Copies files');
      await expect.poll(() => editor.log.join('\n')).toMatch(/hover failed[^]*codeAction failed/);
    });
  });
  test('notifications without what they need', async () => {
    await withServer({}, async (editor) => {
      await editor.connection.sendNotification('textDocument/didChange', { textDocument: {}, contentChanges: null });
      await editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'file:///nowhere' } });
      await editor.connection.sendNotification('workspace/didChangeConfiguration', {});
      await editor.connection.sendNotification('no/suchThing', { a: 1 });
      const file = await editor.open('Dockerfile', 'FROM alpine\n');
      expect((await file.diagnostics()).length).toBeGreaterThan(0);
    });
  });
  test('files that are not open, and addresses that are no files', async () => {
    await withServer({}, async (editor) => {
      for (const uri of ['file:///nowhere/Dockerfile', 'untitled:Untitled-1', '', 'x']) {
        const textDocument = { uri };
        expect(await editor.connection.sendRequest('textDocument/diagnostic', { textDocument })).toEqual({
          kind: 'full',
          items: [],
        });
      }
    });
  });
  test('an unsaved file is judged too', async () => {
    await withServer({}, async (editor) => {
      const textDocument = {
        uri: 'untitled:Untitled-1',
        languageId: 'dockerfile',
        version: 1,
        text: 'FROM a\nADD x y\n',
      };
      await editor.connection.sendNotification('textDocument/didOpen', { textDocument });
      const report = await editor.connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
        textDocument,
      });
      expect(report.items.length).toBeGreaterThan(0);
    });
  });
  test('a request that was cancelled is not computed', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine\n');
      const source = new CancellationTokenSource();
      const answer = editor.connection.sendRequest('textDocument/hover', {}, source.token);
      source.cancel();
      await expect(answer).rejects.toMatchObject({ code: -32800 });
      expect((await file.diagnostics()).length).toBeGreaterThan(0);
    });
  });
});

describe('French', () => {
  const text = 'FROM alpine:3.23\nADD a b\n';
  test.each([
    ['from the editor', { locale: 'fr' }],
    ['of Canada', { locale: 'fr-ca' }],
    ['from our client', { locale: 'en', initializationOptions: { locale: 'fr' } }],
  ])('%s', async (_name, options) => {
    await withServer(options, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      expect(await file.drawn()).toContain('Utilisez COPY');
      expect(await file.hover('ADD')).toContain('Copie des fichiers');
      const titles = (await file.actions('ADD')).map(({ title }) => title);
      expect(titles.some((title) => title.startsWith('Ignorer'))).toBe(true);
    });
  });
  test('a bundle that the editor brings', async () => {
    const bundle = { Documentation: 'Dokumentation' };
    await withServer({ locale: 'de', initializationOptions: { bundle } }, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      expect(await file.hover('ADD')).toContain('[Dokumentation](');
    });
  });
});

test('it also speaks over the channel that VS Code opens', async () => {
  const child = fork(serverBundle, ['--node-ipc'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  connection.listen();
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  const answer = await connection.sendRequest<InitializeResult>('initialize', params);
  expect(answer.serverInfo?.name).toBe('drydock');
  await connection.sendRequest('shutdown');
  const ended = waitForExit(child);
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
});

describe('the end', () => {
  test('shutdown and exit give 0', async () => {
    await withServer({}, async (editor) => {
      expect(await editor.exit()).toBe(0);
    });
  });
  test('exit without shutdown gives 1', async () => {
    await withServer({}, async (editor) => {
      const ended = waitForExit(editor.process);
      await editor.connection.sendNotification('exit');
      expect(await ended).toBe(1);
    });
  });
  test('a closed pipe ends it', async () => {
    await withServer({}, async (editor) => {
      const ended = waitForExit(editor.process);
      editor.process.stdin?.end();
      expect(await ended).toBe(1);
    });
  });
  test('the death of its parent ends it, although the pipe stays open', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const child = spawn(process.execPath, [serverBundle, '--stdio'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: parent.pid, rootUri: null, capabilities: {} },
    });
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    const ended = waitForExit(child);
    parent.kill();
    expect(await ended).toBe(1);
  });
  test('without a way to talk it says so', async () => {
    const child = spawn(process.execPath, [serverBundle], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
    expect(await waitForExit(child)).not.toBe(0);
    expect(said).toContain('--stdio');
  });
});
