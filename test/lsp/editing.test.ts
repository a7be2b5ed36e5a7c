import type {
  CodeLens,
  InlayHint,
  Range,
  SemanticTokens,
  SemanticTokensDelta,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, test } from 'vitest';
import type { EditorDocument } from '#test/kit/lsp-document.ts';
import { withServer, type Editor } from '#test/kit/lsp-client.ts';

const options = { tabSize: 4, insertSpaces: true };
const own = { commands: ['drydock.buildStage'] };

function apply(file: EditorDocument, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(file.uri, 'dockerfile', 1, file.text()), edits);
}

function rangeOf(file: EditorDocument, from: string, to: string): Range {
  return { start: file.positionOf(from), end: file.positionOf(to) };
}

const whole: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

describe('formatting', () => {
  test('a document, and then there is nothing left to do', async () => {
    await withServer({}, async (editor) => {
      const text = '\uFEFFfrom  alpine:3.23  \r\nRUN a && \\\r\n b\r\nUSER 1';
      const file = await editor.open('Dockerfile', text, { raw: true });
      const edits = await file.request<TextEdit[]>('formatting', { options });
      const after = '\uFEFFFROM alpine:3.23\r\nRUN a && \\\r\n    b\r\nUSER 1\r\n';
      expect(apply(file, edits)).toBe(after);
      expect(edits.every(({ range }) => range.start.line === range.end.line)).toBe(true);
      const again = await editor.open('again.Dockerfile', after, { raw: true });
      expect(await again.request('formatting', { options })).toEqual([]);
    });
  });
  test('a range, and nothing beside it', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM  a\nrun  b\nUSER  c\n');
      const edits = await file.request<TextEdit[]>('rangeFormatting', { options, range: rangeOf(file, 'run', 'b') });
      expect(apply(file, edits)).toBe('FROM  a\nRUN b\nUSER  c\n');
    });
  });
  test('the line above when Enter is pressed, and the new line is indented', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM a\nrun  b && \\\n\nUSER c\n');
      const edits = await file.request<TextEdit[]>('onTypeFormatting', {
        options,
        ch: '\n',
        position: { line: 2, character: 0 },
      });
      expect(apply(file, edits)).toBe('FROM a\nRUN b && \\\n    \nUSER c\n');
    });
  });
  test('Compose files are left alone', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('compose.yaml', 'services:   {}\n\n\n');
      expect(await file.request('formatting', { options })).toEqual([]);
    });
  });
});

describe('semantic tokens', () => {
  /** Each token's text and type, as an editor reads the numbers. */
  const read = (editor: Editor, file: EditorDocument, { data }: SemanticTokens): string[] => {
    const types = editor.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const lines = file.text().split('\n');
    let [line, character] = [0, 0];
    return Array.from({ length: data.length / 5 }, (_, index) => {
      const [down = 0, right = 0, length = 0, type = 0] = data.slice(index * 5, index * 5 + 5);
      character = down > 0 ? right : character + right;
      line += down;
      return `${lines[line]?.slice(character, character + length)} ${types[type]}`;
    });
  };
  test('of a document, with the shell in it', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM a:1\nRUN apt-get install \\\n  # why\n  -y "b c" && d\n');
      const tokens = await file.request<SemanticTokens>('semanticTokens/full');
      expect(read(editor, file, tokens)).toEqual([
        'FROM keyword',
        'a class',
        ':1 enumMember',
        'RUN keyword',
        'apt-get function',
        '# why comment',
        '-y parameter',
        '"b c" string',
        '&& operator',
        'd function',
      ]);
    });
  });
  test('after an edit only what differs, and everything to an editor that has another answer', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM a\nRUN b\nUSER 1\n');
      const before = await file.request<SemanticTokens>('semanticTokens/full');
      await file.replace('RUN b', 'RUN b -c\nRUN d');
      const asked = { previousResultId: before.resultId };
      const { edits, resultId } = await file.request<SemanticTokensDelta>('semanticTokens/full/delta', asked);
      const after = [...before.data];
      for (const { start, deleteCount, data = [] } of edits) after.splice(start, deleteCount, ...data);
      const whole = await file.request<SemanticTokens>('semanticTokens/full');
      expect(after).toEqual(whole.data);
      expect(edits[0]?.data?.length).toBeLessThan(whole.data.length);
      expect(resultId).not.toBe(before.resultId);
      expect(await file.request('semanticTokens/full/delta', asked)).toMatchObject({ data: whole.data });
    });
  });
  test('of a range', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM a\nUSER 1\nRUN b\n');
      const range = rangeOf(file, 'USER', '\nRUN');
      const tokens = await file.request<SemanticTokens>('semanticTokens/range', { range });
      expect(read(editor, file, tokens)).toEqual(['USER keyword', '1 number']);
    });
  });
});

describe('inlay hints', () => {
  const hintsOf = async (file: EditorDocument): Promise<string[]> =>
    (await file.request<InlayHint[]>('inlayHint', { range: whole })).map(
      ({ position, label }) => `${position.line}:${position.character} ${typeof label === 'string' ? label : ''}`,
    );
  const text = 'ARG T=1\nFROM node:$T\nRUN x\n';
  test('values, and users from what the engine knows, in the user’s language', async () => {
    await withServer({ locale: 'fr' }, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      expect(await hintsOf(file)).toEqual(['1:12 = node:1']);
      await editor.connection.sendNotification('drydock/imageFacts', [{ reference: 'node:1', user: 'node' }]);
      expect(await hintsOf(file)).toEqual(['1:12 = node:1', "2:5 s'exécute en tant que node"]);
    });
  });
  test('can be switched off', async () => {
    await withServer({ sections: { 'drydock.inlayHints': { enabled: false } } }, async (editor) => {
      expect(await hintsOf(await editor.open('Dockerfile', text))).toEqual([]);
    });
  });
  test('are asked for again when the settings change', async () => {
    const capabilities = {
      textDocument: { diagnostic: {} },
      workspace: { configuration: true, inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } },
    };
    await withServer({ capabilities }, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      await editor.configure({});
      await hintsOf(file);
      expect(editor.asked).toEqual(
        expect.arrayContaining(['workspace/inlayHint/refresh', 'workspace/codeLens/refresh']),
      );
    });
  });
});

describe('code lenses', () => {
  const text = 'FROM a AS build\nFROM b\n';
  test('build a stage, for the client that can', async () => {
    await withServer({ initializationOptions: own }, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      const lenses = await file.request<CodeLens[]>('codeLens');
      expect(lenses.map(({ range, command }) => [range.start.line, command])).toEqual([
        [
          0,
          {
            title: 'Build this stage',
            command: 'drydock.buildStage',
            arguments: [{ uri: file.uri, target: 'build' }],
          },
        ],
        [1, { title: 'Build this stage', command: 'drydock.buildStage', arguments: [{ uri: file.uri, target: null }] }],
      ]);
    });
  });
  test('are not offered to other editors', async () => {
    await withServer({}, async (editor) => {
      expect(editor.initialized.capabilities.codeLensProvider).toBeUndefined();
      const file = await editor.open('Dockerfile', text);
      expect(await file.request('codeLens')).toEqual([]);
    });
  });
  test('can be switched off', async () => {
    const sections = { 'drydock.codeLens': { enabled: false } };
    await withServer({ initializationOptions: own, sections }, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      expect(await file.request('codeLens')).toEqual([]);
    });
  });
});

describe('other ways to write an instruction', () => {
  test('a chain as a heredoc, as one versioned edit', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM a\nRUN b && c\n');
      const actions = await file.actions('RUN', ['refactor']);
      const heredoc = actions.find(({ title }) => title === 'Write this chain as a heredoc');
      expect(heredoc).toMatchObject({ kind: 'refactor.rewrite' });
      expect(heredoc?.diagnostics).toBeUndefined();
      expect(heredoc?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { version: 1 } });
      expect(file.apply(heredoc?.edit)).toBe('FROM a\nRUN <<EOF\nset -e\nb\nc\nEOF\n');
    });
  });
  test('what changes the file’s doing says so, in the user’s language', async () => {
    await withServer({ locale: 'fr' }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM a\nCMD b c\n');
      const titles = (await file.actions('CMD', ['refactor'])).map(({ title }) => title);
      expect(titles).toEqual([expect.stringMatching(/^Écrire sous forme exec \(.+\)$/)]);
    });
  });
  test('an image is pinned to what the engine has', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM alpine:3.23\n');
      const digest = `sha256:${'0'.repeat(64)}`;
      const facts = [{ reference: 'alpine:3.23', repoDigests: [`alpine@${digest}`] }];
      await editor.connection.sendNotification('drydock/imageFacts', facts);
      const pin = (await file.actions('alpine', ['refactor.rewrite'])).find(({ title }) => title.startsWith('Pin'));
      expect(file.apply(pin?.edit)).toBe(`FROM alpine:3.23@${digest}\n`);
    });
  });
  test('are not among quick fixes', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM a\nRUN b && c\n');
      const kinds = (await file.actions('RUN', ['quickfix'])).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind?.startsWith('refactor'))).toEqual([]);
    });
  });
});
