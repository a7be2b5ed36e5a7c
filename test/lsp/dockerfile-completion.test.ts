import type { CompletionItem } from 'vscode-languageserver/node';
import { describe, expect, test } from 'vitest';
import { withServer, type Editor } from '#test/kit/lsp-client.ts';

const images = [
  { reference: 'node:22', size: 400_000_000 },
  {
    reference: 'node:24',
    size: 190_000_000,
    user: 'node',
    env: { NODE_VERSION: '24.1.0', NPM_TOKEN: 'hunter2' },
    cmd: ['node'],
    exposedPorts: ['3000/tcp'],
    platform: 'linux/arm64',
    repoDigests: ['node@sha256:abc'],
  },
];

const tell = (editor: Editor, payload: unknown): Promise<void> =>
  editor.connection.sendNotification('drydock/imageFacts', payload);

const labelsOf = (items: readonly CompletionItem[]): string[] => items.map(({ label }) => label);

describe('completion in a Dockerfile', () => {
  test('of a file from its first key to its last', async () => {
    await withServer({}, async (editor) => {
      await tell(editor, images);
      const first = await editor.open('a.Dockerfile', '|');
      expect(labelsOf(await first.completions())).toEqual(['ARG', 'FROM', '# syntax=docker/dockerfile:1']);
      const from = await editor.open('b.Dockerfile', 'FROM node:|');
      expect(labelsOf(await from.completions())).toEqual(['24', '22']);
      expect(await from.accept('24')).toBe('FROM node:24');
      const stage = await editor.open('c.Dockerfile', 'FROM node:24 AS build\nFROM scratch\nCOPY --from=|');
      expect(labelsOf(await stage.completions()).slice(0, 2)).toEqual(['build', 'node:24']);
      const user = await editor.open('d.Dockerfile', 'FROM node:24\nRUN useradd -u 7 app\nUSER |');
      expect(labelsOf(await user.completions()).slice(0, 3)).toEqual(['app', '7', 'node']);
      const port = await editor.open('e.Dockerfile', 'FROM node:24\nEXPOSE |');
      expect(await port.accept('3000/tcp')).toBe('FROM node:24\nEXPOSE 3000/tcp');
      const cmd = await editor.open('f.Dockerfile', 'FROM node:24\nCMD [|');
      expect(await cmd.accept('["node", "server.js"]')).toBe('FROM node:24\nCMD ["node", "server.js"]');
    });
  });

  test('while an instruction is typed key by key', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nENV APP=/srv\nRUN |\n');
      await file.type('RUN ', '--mount=type=cache,');
      const position = { line: 2, character: 'RUN --mount=type=cache,'.length };
      const items = await file.request<CompletionItem[]>('completion', { position });
      expect(labelsOf(items)).toContain('sharing=');
      expect(items.find(({ label }) => label === 'sharing=')?.detail).toContain('two builds');
    });
  });

  test('a modifier is a snippet, and its label where the editor knows none', async () => {
    const drawing = 'FROM alpine:3.23\nENV APP=/srv\nWORKDIR ${APP|}\n';
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', drawing);
      expect(await file.accept('${APP:-default}')).toBe('FROM alpine:3.23\nENV APP=/srv\nWORKDIR ${APP:-default}\n');
    });
    await withServer({ capabilities: {} }, async (editor) => {
      const file = await editor.open('Dockerfile', drawing);
      expect(await file.accept('${APP:-default}')).toBe('FROM alpine:3.23\nENV APP=/srv\nWORKDIR ${APP:-default}\n');
    });
  });

  test('behind a byte order mark, CRLF, a backtick and in lower case', async () => {
    await withServer({}, async (editor) => {
      const text = '\uFEFF# escape=`\r\nfrom alpine:3.23\r\nrun useradd app\r\ncopy `\r\n  --chown=|\r\n';
      const file = await editor.open('Dockerfile', text);
      expect(await file.accept('app')).toBe(text.replace('|', 'app'));
      const keyword = await editor.open('x.Dockerfile', 'from alpine:3.23\nhe|\n');
      expect(await keyword.accept('healthcheck')).toBe(
        'from alpine:3.23\nhealthcheck --interval=30s --timeout=3s cmd command\n',
      );
    });
  });

  test('in French', async () => {
    await withServer({ locale: 'fr' }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nSTOPSIGNAL |\n');
      const quit = (await file.completions()).find(({ label }) => label === 'SIGQUIT');
      expect(quit?.detail).toBe('nginx et PHP-FPM terminent alors les requêtes en cours.');
    });
  });

  test('what sounds like a credential stays covered', async () => {
    await withServer({}, async (editor) => {
      await tell(editor, images);
      const file = await editor.open('Dockerfile', 'FROM node:24\nENV DB_PASSWORD=hunter2\nRUN echo $|\n');
      const items = await file.completions();
      expect(items.find(({ label }) => label === '$NODE_VERSION')?.detail).toBe('= 24.1.0');
      expect(items.find(({ label }) => label === '$NPM_TOKEN')?.detail).toBe('= ••••••••');
      expect(JSON.stringify(items)).not.toContain('hunter2');
    });
  });
});

describe('hover in a Dockerfile', () => {
  test('an image, before and after the engine told what it has', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM node:24\nFROM gone:1\n');
      expect(await file.hover('gone')).not.toContain('not on the engine');
      await tell(editor, images);
      const known = await file.hover('node');
      for (const text of ['Size: 190 MB', 'Platform: `linux/arm64`', 'Runs as `node`.', 'node@sha256:abc']) {
        expect(known).toContain(text);
      }
      expect(await file.hover('gone')).toContain('This image is not on the engine.');
    });
  });

  test('a stage with what its containers start', async () => {
    await withServer({}, async (editor) => {
      await tell(editor, images);
      const file = await editor.open(
        'Dockerfile',
        'FROM node:24 AS base\nWORKDIR /srv\nFROM base AS web\nEXPOSE 80\nFROM scratch\nCOPY --from=web /a /b\n',
      );
      const text = await file.hover('web /a');
      for (const part of ['`base`, in the end on `node:24`', '190 MB', '`/srv`', '`["node"]`', '`3000/tcp`, `80`']) {
        expect(text).toContain(part);
      }
    });
  });

  test('parts of an instruction, each with its own range', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open(
        'Dockerfile',
        '# syntax=docker/dockerfile:1\nFROM alpine:3.23\nRUN --mount=type=cache,target=/x,sharing=locked apk add curl\nCOPY --chmod=0750 a b\nEXPOSE 5432/tcp\nSTOPSIGNAL SIGQUIT\n',
      );
      expect(await file.hover('sharing')).toContain('apt needs this');
      expect(await file.hover('0750')).toContain('`rwxr-x---`');
      expect(await file.hover('5432')).toContain('PostgreSQL');
      expect(await file.hover('SIGQUIT')).toContain('nginx');
      expect(await file.hover('docker/dockerfile')).toContain('The newest stable syntax');
      const position = file.positionOf('locked');
      expect(await file.request('hover', { position })).toMatchObject({
        range: { start: { line: 2, character: 33 }, end: { line: 2, character: 47 } },
      });
    });
  });

  test('the value of a credential is not shown', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM scratch\nENV API_TOKEN=hunter2\nWORKDIR /$API_TOKEN\n');
      const text = await file.hover('$API_TOKEN');
      expect(text).toContain('API_TOKEN=••••••••');
      expect(text).not.toContain('hunter2');
    });
  });
});
