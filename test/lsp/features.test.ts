import type { DocumentSymbol, FoldingRange, Hover, LocationLink } from 'vscode-languageserver/node';
import { describe, expect, test } from 'vitest';
import { dedent } from '#test/kit/marks.ts';
import { withServer } from '#test/kit/lsp-client.ts';

const settings = { rules: { 'dockerfile/healthcheck-missing': 'off', 'dockerfile/missing-user': 'off' } };

describe('completion', () => {
  test('a snippet for an instruction, sorted as core gave it', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nWOR|\n');
      const items = await file.completions();
      expect(items.find(({ label }) => label === 'WORKDIR')).toMatchObject({ kind: 14, insertTextFormat: 2 });
      expect(await file.accept('WORKDIR')).toBe('FROM alpine:3.23\nWORKDIR /app\n');
      expect(items.map(({ sortText = '' }) => sortText)).toEqual(items.map(({ sortText = '' }) => sortText).toSorted());
    });
  });
  test('an editor without snippets gets plain words', async () => {
    await withServer({ capabilities: {} }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nWOR|\n');
      expect(await file.accept('WORKDIR')).toBe('FROM alpine:3.23\nWORKDIR\n');
    });
  });
  test('while a key is half typed in Compose', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('compose.yaml', 'services:\n  web:\n    ima|\n    ports:\n      - "80"\n');
      expect(await file.accept('image')).toBe('services:\n  web:\n    image: \n    ports:\n      - "80"\n');
    });
  });
  test('behind a byte order mark and CRLF', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', '\uFEFFFROM alpine:3.23 AS x\r\nFROM b\r\nCOPY --from=|\r\n');
      expect(await file.accept('x')).toBe('\uFEFFFROM alpine:3.23 AS x\r\nFROM b\r\nCOPY --from=x\r\n');
    });
  });
});

describe('hover', () => {
  test('an instruction, as Markdown with a link', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nWORKDIR /app\n');
      const text = await file.hover('WORKDIR');
      expect(text).toContain('```dockerfile\nWORKDIR <path>\n```');
      expect(text).toContain('](https://docs.docker.com/reference/dockerfile/#workdir)');
    });
  });
  test('plain text where Markdown is not shown', async () => {
    await withServer(
      { capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } },
      async (editor) => {
        const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nWORKDIR /app\n');
        const hover = await file.request<Hover>('hover', { position: { line: 1, character: 1 } });
        expect(hover.contents).toMatchObject({ kind: 'plaintext' });
        expect(JSON.stringify(hover.contents)).not.toContain('```');
      },
    );
  });
  test('the user’s own backticks do not break out of the fence', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nENV A="```x"\nWORKDIR /$A\n');
      expect(await file.hover('$A')).toContain('````dockerfile\nA=```x\n````');
    });
  });
});

describe('quick fixes', () => {
  test('give the drawn text, versioned, with the finding they answer', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nADD --chown=1 a b\n');
      await file.replace('a b', 'c d');
      const [fix] = await file.actions('ADD');
      expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true });
      expect(fix?.diagnostics?.map(({ code }) => code)).toEqual(['dockerfile/add-instead-of-copy']);
      expect(fix?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { uri: file.uri, version: 2 } });
      expect(file.apply(fix?.edit)).toBe('FROM alpine:3.23\nCOPY --chown=1 c d\n');
    });
  });
  test('plain changes for an editor without versions', async () => {
    await withServer({ capabilities: { textDocument: { diagnostic: {} } } }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nADD a b\n');
      const [fix] = await file.actions('ADD');
      expect(fix?.edit?.documentChanges).toBeUndefined();
      expect(file.apply(fix?.edit)).toBe('FROM alpine:3.23\nCOPY a b\n');
    });
  });
  test('all safe ones of a file, only when asked for', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nADD a b\nRUN x\nADD c d\n');
      const all = await file.actions(undefined, ['source.fixAll']);
      expect(all.map(({ kind }) => kind)).toEqual(['source.fixAll.drydock']);
      expect(file.apply(all[0]?.edit)).toBe('FROM alpine:3.23\nCOPY a b\nRUN x\nCOPY c d\n');
      const quick = await file.actions('ADD', ['quickfix']);
      expect(new Set(quick.map(({ kind }) => kind))).toEqual(new Set(['quickfix']));
      expect(await file.actions('ADD', ['refactor'])).toEqual([]);
    });
  });
  test('silencing writes a comment above a continued instruction, and the finding goes', async () => {
    await withServer({ settings }, async (editor) => {
      const file = await editor.open(
        'Dockerfile',
        `
          FROM debian:13
            RUN apt-get update && \\
              apt-get install curl && rm -rf /var/lib/apt/lists/*
        `,
      );
      const action = (await file.actions('apt-get install')).find(({ title }) => title.startsWith('Silence'));
      expect(file.apply(action?.edit)).toBe(
        dedent(`
          FROM debian:13
            # drydock ignore=dockerfile/apt-missing-yes reason=
            RUN apt-get update && \\
              apt-get install curl && rm -rf /var/lib/apt/lists/*
        `),
      );
    });
  });
  test('a place for the reason, where the editor knows snippets in edits', async () => {
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
    };
    await withServer({ capabilities }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\nADD a b\n');
      const action = (await file.actions('ADD')).find(({ title }) => title.startsWith('Silence'));
      expect(JSON.stringify(action?.edit)).toContain('reason=${1:why}\\n');
    });
  });
  test('a Compose key', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('compose.yaml', 'version: "3"\nservices:\n  web:\n    image: a:1\n');
      const [fix] = await file.actions('version');
      expect(file.apply(fix?.edit)).toBe('services:\n  web:\n    image: a:1\n');
    });
  });
});

describe('navigation', () => {
  test('definition, outline and folding', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open(
        'Dockerfile',
        'FROM golang:1 AS build\nRUN a \\\n  b\nFROM b\nCOPY --from=build x y\n',
      );
      const position = { line: 4, character: 13 };
      const [link] = await file.request<LocationLink[]>('definition', { position });
      expect(link?.targetSelectionRange.start).toEqual({ line: 0, character: 17 });
      const symbols = await file.request<DocumentSymbol[]>('documentSymbol');
      expect(symbols.map(({ name, children }) => [name, children?.length])).toEqual([
        ['build', 1],
        ['b', 1],
      ]);
      const folds = await file.request<FoldingRange[]>('foldingRange');
      expect(folds.map(({ startLine, endLine }) => [startLine, endLine])).toContainEqual([1, 2]);
      expect(await file.request('documentLink')).toMatchObject([
        { target: 'https://hub.docker.com/_/golang' },
        { target: 'https://hub.docker.com/_/b' },
      ]);
    });
  });
});
