import type {
  DocumentHighlight,
  Location,
  LocationLink,
  PrepareRenameResult,
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
