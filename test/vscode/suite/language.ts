import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { drydock, folder, french, openText, ownDiagnostics, ruleOf, until } from './support.ts';

const dockerfile = 'FROM alpine:latest\nADD app.js /srv/\nRUN echo hello\n';
const rule = 'dockerfile/add-instead-of-copy';

export function languageTests(): void {
  describe('editing', () => {
    before(async () => {
      const api = await drydock();
      await until(() => api.language() === 'running', 'the language server runs', 20_000);
    });

    for (const name of ['Dockerfile', 'compose.yaml']) {
      it(`finds something in the example ${name}, each finding with its rule`, async () => {
        const uri = vscode.Uri.joinPath(folder(), name);
        await vscode.window.showTextDocument(uri);
        await until(() => ownDiagnostics(uri).length > 0, `${name} has findings`, 20_000);
        const odd = ownDiagnostics(uri).filter((found) => !/^(dockerfile|compose)\/[a-z0-9-]+$/.test(ruleOf(found)));
        assert.deepEqual(odd, []);
      });
    }

    it('finds as one types, and no longer once it is mended', async () => {
      const { uri } = await openText('dockerfile', dockerfile);
      const found = () => ownDiagnostics(uri).some((diagnostic) => ruleOf(diagnostic) === rule);
      await until(found, `${rule} is reported`);
      const edit = new vscode.WorkspaceEdit();
      edit.replace(uri, new vscode.Range(1, 0, 1, 3), 'COPY');
      await vscode.workspace.applyEdit(edit);
      await until(() => !found(), `${rule} is gone`);
    });

    it('offers a quick fix in the language of the window, and the fix mends the line', async () => {
      const document = await openText('dockerfile', dockerfile);
      const found = () => ownDiagnostics(document.uri).find((diagnostic) => ruleOf(diagnostic) === rule);
      await until(() => found() !== undefined, `${rule} is reported`);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        found()?.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const english = 'Replace ADD with COPY';
      const fix = actions.find(({ edit, title }) => edit && (french() ? title.includes('COPY') : title === english));
      assert.ok(fix?.edit, `no such fix among: ${actions.map(({ title }) => title).join('; ')}`);
      if (french()) assert.notEqual(fix.title, english);
      await vscode.workspace.applyEdit(fix.edit);
      assert.equal(document.getText(), dockerfile.replace('ADD', 'COPY'));
    });

    it('completes instructions, and explains them', async () => {
      const { uri } = await openText('dockerfile', 'FROM alpine:3.23\nWOR');
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        new vscode.Position(1, 3),
      );
      const labels = list.items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
      assert.ok(labels.includes('WORKDIR'), labels.slice(0, 20).join(', '));
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        new vscode.Position(0, 1),
      );
      const text = hovers.flatMap(({ contents }) =>
        contents.map((part) => (typeof part === 'string' ? part : part.value)),
      );
      assert.match(text.join('\n'), /FROM|image/i);
    });

    it('completes keys of a service', async () => {
      const { uri } = await openText('dockercompose', 'services:\n  web:\n    image: nginx:1.27\n    rest');
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        new vscode.Position(3, 8),
      );
      const labels = list.items.map((item) => (typeof item.label === 'string' ? item.label : item.label.label));
      assert.ok(labels.includes('restart'), labels.slice(0, 20).join(', '));
    });

    it('says where a file cannot be read, and lives on', async () => {
      const broken = await openText('dockercompose', 'services:\n  web:\n   image: [unclosed\n\u0000\n');
      await until(() => ownDiagnostics(broken.uri).length > 0, 'the broken file has a finding');
      const { uri } = await openText('dockerfile', dockerfile);
      await until(() => ownDiagnostics(uri).length > 0, 'the next file is judged');
    });
  });
}
