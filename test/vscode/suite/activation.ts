import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { drydock, extension, french, until } from './support.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
    readonly languages: readonly { readonly id: string }[];
  };
}

export function activationTests(): void {
  describe('the extension', () => {
    const manifest = (): Manifest => extension().packageJSON as Manifest;

    it('wakes up, starts its language server and gives version 1 of its interface', async () => {
      const api = await drydock();
      assert.equal(api.version, 1);
      await until(() => api.language() === 'running', 'the language server runs', 20_000);
    });

    it('has registered every command of its manifest', async () => {
      await drydock();
      const registered = new Set(await vscode.commands.getCommands(true));
      const missing = manifest().contributes.commands.filter(({ command }) => !registered.has(command));
      assert.deepEqual(missing, []);
    });

    it('has a text for each string of its manifest, in the language of the window', () => {
      const text = JSON.stringify(manifest());
      assert.deepEqual(text.match(/"%[\w.-]+%"/g), null);
      const names = manifest().contributes.views['drydock']?.map(({ name }) => name);
      const expected = french()
        ? ['Conteneurs', 'Images', 'Volumes', 'Réseaux']
        : ['Containers', 'Images', 'Volumes', 'Networks'];
      assert.deepEqual(names, expected);
    });

    it('knows Dockerfiles and Compose files by their names', async () => {
      const languages: Readonly<Record<string, string>> = {
        Dockerfile: 'dockerfile',
        'Dockerfile.prod': 'dockerfile',
        'api.Dockerfile': 'dockerfile',
        Containerfile: 'dockerfile',
        'Containerfile-dev': 'dockerfile',
        'compose.yaml': 'dockercompose',
        'compose.override.yml': 'dockercompose',
        'docker-compose.yml': 'dockercompose',
        'docker-compose.ci.yaml': 'dockercompose',
        'shop.compose.yaml': 'dockercompose',
        '.dockerignore': 'dockerignore',
        'Dockerfile.dockerignore': 'dockerignore',
        'api.Dockerfile.dockerignore': 'dockerignore',
        'other.yaml': 'yaml',
      };
      const found: Record<string, string> = {};
      const files = mkdtempSync(join(tmpdir(), 'drydock-names-'));
      try {
        for (const name of Object.keys(languages)) {
          writeFileSync(join(files, name), '');
          const document = await vscode.workspace.openTextDocument(join(files, name));
          found[name] = document.languageId;
        }
      } finally {
        rmSync(files, { recursive: true });
      }
      assert.deepEqual(found, languages);
    });
  });
}
