import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { docker, drydock, folder, label, openText, until } from './support.ts';

const stages = 'FROM scratch AS first\nCOPY a /a\nFROM scratch AS second\nCOPY --from=first /a /b\n';

export function dockerfileTests(): void {
  describe('a Dockerfile in the editor', () => {
    before(async () => {
      const api = await drydock();
      await until(() => api.language() === 'running', 'the language server runs', 20_000);
    });

    it('is formatted, with its continuations as they were', async () => {
      const { uri } = await openText('dockerfile', 'from  scratch\nRUN  a   \\\n      b\n\n\n\nCMD ["x"]');
      const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
        'vscode.executeFormatDocumentProvider',
        uri,
        {
          tabSize: 4,
          insertSpaces: true,
        },
      );
      const edit = new vscode.WorkspaceEdit();
      edit.set(uri, edits);
      await vscode.workspace.applyEdit(edit);
      const text = (await vscode.workspace.openTextDocument(uri)).getText();
      assert.match(text, /^FROM scratch\nRUN a +\\\n {6}b\n\nCMD \["x"\]\n$/);
    });

    it('renames a stage wherever it is named', async () => {
      const document = await openText('dockerfile', stages);
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        new vscode.Position(0, 18),
        'begin',
      );
      await vscode.workspace.applyEdit(edit);
      assert.equal(document.getText(), stages.replaceAll('first', 'begin'));
    });

    it('finds references, symbols and signatures', async () => {
      const { uri } = await openText('dockerfile', stages);
      const references = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        uri,
        new vscode.Position(0, 18),
      );
      assert.deepEqual(
        references.map(({ range }) => range.start.line).sort((a, b) => a - b),
        [0, 3],
      );
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      assert.deepEqual(
        symbols.map(({ name, children }) => [name, children.length > 0]),
        [
          ['first', true],
          ['second', true],
        ],
      );
    });

    it('is coloured by what it means', async () => {
      const { uri } = await openText('dockerfile', 'FROM scratch\nRUN echo "$HOME" && true\n');
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        uri,
      );
      assert.ok((tokens?.data.length ?? 0) >= 5 * 5, 'there are too few tokens');
    });

    it('builds a stage from the lens above it', async () => {
      const uri = vscode.Uri.joinPath(folder(), 'lens', 'Dockerfile');
      const text = `FROM scratch AS one\nLABEL ${label}\nFROM scratch AS two\nCOPY missing /\n`;
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      try {
        await vscode.window.showTextDocument(uri);
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);
        const command = lenses.find(({ range }) => range.start.line === 0)?.command;
        assert.ok(command, 'there is no lens above the first stage');
        const ended = new Promise<number | undefined>((resolve) => {
          const listening = vscode.tasks.onDidEndTaskProcess(({ exitCode }) => {
            listening.dispose();
            resolve(exitCode);
          });
        });
        await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
        assert.equal(await ended, 0, 'the build failed');
        const built = await docker('images', '--quiet', '--filter', `label=${label}`);
        assert.equal(built.length, 1);
        await docker('image', 'rm', '--force', ...built);
      } finally {
        await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder(), 'lens'), { recursive: true });
      }
    });
  });
}
