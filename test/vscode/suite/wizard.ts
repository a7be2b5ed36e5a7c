import * as assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { drydock } from './support.ts';

const manifest = {
  name: 'suite-app',
  scripts: { start: 'node server.js' },
  dependencies: { express: '5.1.0', pg: '8.16.3' },
};
const planned = ['Dockerfile', '.dockerignore', 'compose.yaml', '.env.example'];

export function wizardTests(): void {
  describe('Dockerize this App', () => {
    let folder = '';

    beforeEach(async () => {
      await drydock();
      folder = mkdtempSync(join(tmpdir(), 'drydock-wizard-'));
      writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
      writeFileSync(join(folder, 'server.js'), "require('express')().listen(process.env.PORT || 4567);\n");
    });

    afterEach(async () => {
      await vscode.commands.executeCommand('refactorPreview.discard');
      await vscode.commands.executeCommand('notifications.clearAll');
      rmSync(folder, { recursive: true, force: true });
    });

    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    const isWritten = (): boolean => planned.every((name) => existsSync(join(folder, name)));

    it('writes nothing before its preview is applied, and all of it after', async () => {
      // The wizard ends with a message that nobody answers here, so nobody waits for it.
      void vscode.commands.executeCommand('drydock.dockerize', vscode.Uri.file(folder));
      await sleep(3_000);
      assert.deepEqual(
        planned.filter((name) => existsSync(join(folder, name))),
        [],
      );
      await applyUntil(isWritten);
      await applyUntil(() => read('compose.yaml').includes('127.0.0.1:4567:4567'));
      assert.match(read('Dockerfile'), /^CMD \["node", "server\.js"\]$/m);
      assert.match(read('compose.yaml'), /^ {2}postgres:$/m);
    });

    it('leaves a file that is there alone unless it is ticked', async () => {
      writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch\n');
      void vscode.commands.executeCommand('drydock.dockerize', vscode.Uri.file(folder));
      await applyUntil(() => existsSync(join(folder, 'compose.yaml')));
      assert.equal(read('Dockerfile'), 'FROM scratch\n');
    });
  });
}

/** Presses Apply as soon as the preview is there; before that the command does nothing. */
async function applyUntil(isDone: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!isDone()) {
    assert.ok(Date.now() < end, 'the preview was applied, but the files are not there');
    await vscode.commands.executeCommand('refactorPreview.apply');
    await sleep(300);
  }
}
