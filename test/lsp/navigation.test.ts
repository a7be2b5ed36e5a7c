import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  LocationLink,
  PrepareRenameResult,
  SelectionRange,
  SignatureHelp,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { describe, expect, test } from 'vitest';
import { withServer } from '#test/kit/lsp-client.ts';

const stages = `
  FROM golang:1.25 AS build
  ARG VERSION=1
  RUN make VERSION=$VERSION
  FROM scratch
  COPY --from=build /out /
  RUN --mount=type=bind,from=BUILD,target=/x y
`;

describe('definition', () => {
  test('of a stage by its name in a mount, and of a variable', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', stages);
      const [link] = await file.request<LocationLink[]>('definition', { position: file.positionOf('BUILD') });
      expect(link?.targetSelectionRange).toEqual({
        start: { line: 0, character: 20 },
        end: { line: 0, character: 25 },
      });
      const [variable] = await file.request<LocationLink[]>('definition', { position: file.positionOf('$VERSION') });
      expect(variable?.targetSelectionRange.start).toEqual({ line: 1, character: 4 });
    });
  });
});

describe('references', () => {
  test('of a stage, with its declaration or without, after an edit too', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', stages);
      const ask = (includeDeclaration: boolean) =>
        file.request<Location[]>('references', {
          position: file.positionOf('build /out'),
          context: { includeDeclaration },
        });
      expect((await ask(true)).map(({ range }) => range.start.line)).toEqual([0, 4, 5]);
      expect((await ask(false)).map(({ range }) => range.start.line)).toEqual([4, 5]);
      await file.replace('FROM scratch', 'FROM scratch\nCOPY --from=0 a b');
      expect((await ask(false)).map(({ range }) => range.start.line)).toEqual([4, 5, 6]);
    });
  });
  test('of nothing is nothing', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', stages);
      const params = { position: file.positionOf('scratch'), context: { includeDeclaration: true } };
      expect(await file.request('references', params)).toBeNull();
    });
  });
});

test('highlights tell what is read and what is written', async () => {
  await withServer({}, async (editor) => {
    const file = await editor.open('Dockerfile', stages);
    const position = file.positionOf('$VERSION');
    const found = await file.request<DocumentHighlight[]>('documentHighlight', { position });
    expect(found.map(({ range, kind }) => [range.start.line, range.start.character, kind])).toEqual([
      [1, 4, 3],
      [2, 18, 2],
    ]);
  });
});

describe('rename', () => {
  const capabilities = {
    textDocument: { rename: { prepareSupport: true }, diagnostic: {} },
    workspace: { workspaceEdit: { documentChanges: true } },
  };
  test('is prepared, and gives one versioned edit', async () => {
    await withServer({ capabilities }, async (editor) => {
      expect(editor.initialized.capabilities.renameProvider).toEqual({ prepareProvider: true });
      const file = await editor.open('Dockerfile', stages);
      const position = file.positionOf('build /out');
      expect(await file.request<PrepareRenameResult>('prepareRename', { position })).toEqual({
        range: { start: position, end: { line: 4, character: 17 } },
        placeholder: 'build',
      });
      const edit = await file.request<WorkspaceEdit>('rename', { position, newName: 'compile' });
      expect(edit.documentChanges?.[0]).toMatchObject({ textDocument: { version: 1 } });
      expect(file.apply(edit)).toBe(file.text().replace(/build/gi, 'compile'));
    });
  });
  test('says why it is refused, in the language of the user', async () => {
    const template = '`{name}` is a name that Docker keeps for itself.';
    const bundle = { [template]: '`{name}` est un nom que Docker se réserve.' };
    await withServer({ capabilities, initializationOptions: { bundle } }, async (editor) => {
      const file = await editor.open('Dockerfile', stages);
      const position = file.positionOf('build /out');
      const renaming = file.request('rename', { position, newName: 'scratch' });
      await expect(renaming).rejects.toThrow('`scratch` est un nom que Docker se réserve.');
      expect(editor.log).toEqual([]);
    });
  });
  test('where nothing has a name, nothing is prepared', async () => {
    await withServer({ capabilities }, async (editor) => {
      const file = await editor.open('Dockerfile', stages);
      expect(await file.request('prepareRename', { position: file.positionOf('/out') })).toBeNull();
    });
  });
});

describe('symbols', () => {
  test('stages hold instructions, those hold what they declare', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'ARG V=1\nFROM a AS build\nENV A=1 B=2\nRUN <<EOF\nx\nEOF\n');
      const symbols = await file.request<DocumentSymbol[]>('documentSymbol');
      const draw = ({ name, kind, children = [] }: DocumentSymbol): unknown => [name, kind, children.map(draw)];
      expect(symbols.map(draw)).toEqual([
        ['ARG V', 14, []],
        [
          'build',
          2,
          [
            [
              'ENV A B',
              13,
              [
                ['A', 13, []],
                ['B', 13, []],
              ],
            ],
            ['RUN', 12, [['EOF', 15, []]]],
          ],
        ],
      ]);
    });
  });
  test('an editor that takes no tree gets a list with what holds each', async () => {
    await withServer({ capabilities: {} }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM a AS build\nRUN x\n');
      const symbols = await file.request<SymbolInformation[]>('documentSymbol');
      expect(symbols.map(({ name, containerName }) => [name, containerName])).toEqual([
        ['build', undefined],
        ['RUN', 'build'],
      ]);
    });
  });
});

describe('folding', () => {
  const text = '# region x\n# one\n# two\nFROM a\nRUN b \\\n  c\n# endregion\n';
  test('has a kind for comments and for regions', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      expect(await file.request<FoldingRange[]>('foldingRange')).toEqual([
        { startLine: 0, endLine: 6, kind: 'region' },
        { startLine: 1, endLine: 2, kind: 'comment' },
        { startLine: 3, endLine: 5 },
        { startLine: 4, endLine: 5 },
      ]);
    });
  });
  test('keeps the largest where an editor takes only so many', async () => {
    const capabilities = { textDocument: { foldingRange: { rangeLimit: 2 } } };
    await withServer({ capabilities }, async (editor) => {
      const file = await editor.open('Dockerfile', text);
      const folds = await file.request<FoldingRange[]>('foldingRange');
      expect(folds.map(({ startLine }) => startLine)).toEqual([0, 3]);
    });
  });
});

describe('signature help', () => {
  const noActive = { textDocument: { signatureHelp: { signatureInformation: { noActiveParameterSupport: true } } } };
  test('follows the cursor from part to part', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM a\nCOPY \n');
      const ask = async (): Promise<string> => {
        const position = { line: 1, character: file.text().split('\n')[1]?.length ?? 0 };
        const help = await file.request<SignatureHelp>('signatureHelp', { position });
        const signature = help.signatures[help.activeSignature ?? 0];
        const { label } = signature?.parameters?.[help.activeParameter ?? -1] ?? {};
        return Array.isArray(label) ? (signature?.label.slice(label[0], label[1]) ?? '') : 'none';
      };
      expect(await ask()).toBe('<source>');
      await file.type('COPY ', '--li');
      expect(await ask()).toBe('--link');
      await file.type('--li', 'nk a ');
      expect(await ask()).toBe('<destination>');
      await file.replace('COPY --link a ', 'RUN --mount=type=cache,id');
      expect(await ask()).toBe('id=…');
    });
  });
  test('comes up in a script only when asked for', async () => {
    await withServer({}, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM a\nRUN make all\n');
      const position = file.positionOf('all');
      const typed = { triggerKind: 2, triggerCharacter: ' ', isRetrigger: false };
      expect(await file.request('signatureHelp', { position, context: typed })).toBeNull();
      const asked = { triggerKind: 1, isRetrigger: false };
      expect(await file.request('signatureHelp', { position, context: asked })).not.toBeNull();
    });
  });
  test('tells that no part is active to those who understand it, and marks none for the others', async () => {
    const activeOf = async (capabilities: object) => {
      const found: (number | null | undefined)[] = [];
      await withServer({ capabilities }, async (editor) => {
        const file = await editor.open('Dockerfile', 'FROM a\nRUN <<E\nE\n');
        const help = await file.request<SignatureHelp>('signatureHelp', { position: { line: 1, character: 7 } });
        found.push(help.activeParameter, help.signatures[help.activeSignature ?? 0]?.parameters?.length);
      });
      return found;
    };
    expect(await activeOf(noActive)).toEqual([null, 4]);
    expect(await activeOf({})).toEqual([4, 4]);
  });
});

test('links lead to pages, and to files beside the Dockerfile', async () => {
  await withServer({}, async (editor) => {
    const file = await editor.open('api/Dockerfile', 'FROM scratch\nCOPY ./a\u00e9.txt /x/\nCOPY --from=nginx a b\n');
    const links = await file.request<DocumentLink[]>('documentLink');
    expect(links.map(({ target }) => target)).toEqual([
      editor.uri('api/a\u00e9.txt'),
      'https://hub.docker.com/_/nginx',
    ]);
  });
});

test('a selection grows from a word to the file, for each cursor', async () => {
  await withServer({}, async (editor) => {
    const file = await editor.open('Dockerfile', stages);
    const positions = [file.positionOf('from=BUILD'), file.positionOf('scratch')];
    const [mount, image] = await file.request<SelectionRange[]>('selectionRange', { positions });
    const ends = (range: SelectionRange | undefined): number[] =>
      range ? [range.range.end.line * 100 + range.range.end.character, ...ends(range.parent)] : [];
    expect(ends(mount)).toEqual([526, 532, 542, 542, 544, 544, 600]);
    expect(ends(image)).toEqual([312, 312, 544, 600]);
  });
});

describe('symbols of the workspace', () => {
  const files = {
    Dockerfile: 'ARG VERSION=1\nFROM a AS build\n',
    'api/Dockerfile.dev': 'FROM a AS dev\n',
    'compose.yaml': 'services:\n  web:\n    image: a\nvolumes:\n  data:\n',
    'node_modules/x/Dockerfile': 'FROM a AS foreign\n',
    'notes.txt': 'FROM a AS notes\n',
  };
  const ask = async (connection: { sendRequest(method: string, params: object): Promise<unknown> }, query = '') => {
    const found = (await connection.sendRequest('workspace/symbol', { query })) as SymbolInformation[];
    return found.map(({ name, containerName }) => `${name} ${containerName}`);
  };
  test('of files that nobody has opened, filtered', async () => {
    await withServer({ files }, async (editor) => {
      expect(await ask(editor.connection)).toEqual([
        'VERSION Dockerfile',
        'build Dockerfile',
        'web compose.yaml',
        'data compose.yaml',
        'dev Dockerfile.dev',
      ]);
      expect(await ask(editor.connection, 'de')).toEqual(['dev Dockerfile.dev']);
    });
  });
  test('are those of the editor where it differs from the disk', async () => {
    await withServer({ files }, async (editor) => {
      const file = await editor.open('Dockerfile', 'FROM a AS typed\n');
      expect(await ask(editor.connection, 'typed')).toEqual(['typed Dockerfile']);
      expect(await ask(editor.connection, 'build')).toEqual([]);
      await file.close();
      expect(await ask(editor.connection, 'build')).toEqual(['build Dockerfile']);
    });
  });
  test('follow what the watcher tells, and folders that come and go', async () => {
    await withServer({ files }, async (editor) => {
      expect(await ask(editor.connection, 'later')).toEqual([]);
      await editor.change('sub/Containerfile', 'FROM a AS later\n');
      await editor.change('Dockerfile', 'FROM a AS later\n');
      expect(await ask(editor.connection, 'later')).toEqual(['later Dockerfile', 'later Containerfile']);
      const changes = [{ uri: editor.uri('Dockerfile'), type: 3 }];
      await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
      expect(await ask(editor.connection, 'later')).toEqual(['later Containerfile']);
    });
  });
  test('without a watcher the disk is looked at again', async () => {
    await withServer({ files, capabilities: {} }, async (editor) => {
      expect(await ask(editor.connection, 'later')).toEqual([]);
      editor.write('sub/Containerfile', 'FROM a AS later\n');
      editor.write('Dockerfile', 'FROM a AS later-than-before\n');
      expect(await ask(editor.connection, 'later')).toEqual(['later-than-before Dockerfile', 'later Containerfile']);
    });
  });
});
