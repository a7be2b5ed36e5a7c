import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, type CancellationToken } from 'vscode-languageserver/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkspaceFiles, type WorkspaceFiles } from '../../server/src/workspace-files.ts';

let folder = '';
let made: string[] = [];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'drydock-files-')));
  made = [];
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text = name): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

function watch(isWatched: boolean): WorkspaceFiles<string> {
  const files = createWorkspaceFiles<string>({ isWatched, onUnreadable: (file) => made.push(`unreadable ${file}`) });
  files.setFolders([pathToFileURL(folder).href, 'untitled:x']);
  return files;
}

function make(file: string, text: string): string {
  made.push(path.relative(folder, file));
  return text;
}

const never = new CancellationTokenSource().token;

async function read(files: WorkspaceFiles<string>, token: CancellationToken = never): Promise<string[]> {
  const found: string[] = [];
  for await (const { value } of files.read(make, token)) found.push(value);
  return found;
}

function uriOf(name: string): string {
  return pathToFileURL(path.join(folder, name)).href;
}

test('what lies in folders of tools, behind links, or is too large is not read', async () => {
  write('Dockerfile');
  write('node_modules/a/Dockerfile');
  write('.git/Dockerfile');
  write('.devcontainer/Dockerfile', 'dev');
  write('large.Dockerfile', 'x'.repeat(1_000_001));
  symlinkSync(folder, path.join(folder, 'loop'));
  expect(await read(watch(true))).toEqual(['Dockerfile', 'dev']);
  expect(made).toEqual(['Dockerfile', '.devcontainer/Dockerfile']);
});

test('a file is read once, and again when a watcher tells of a change; a new one when it tells of that', async () => {
  write('Dockerfile', 'one');
  const files = watch(true);
  expect([await read(files), await read(files)]).toEqual([['one'], ['one']]);
  expect(made).toEqual(['Dockerfile']);
  write('Dockerfile', 'two');
  write('a/compose.yaml', 'new');
  const changes = [
    { uri: uriOf('Dockerfile'), type: 2 },
    { uri: uriOf('a/compose.yaml'), type: 1 },
    { uri: uriOf('notes.txt'), type: 1 },
  ] as const;
  files.note(changes);
  expect(await read(files)).toEqual(['two', 'new']);
});

test('a file that is gone is no longer told of', async () => {
  write('a/Dockerfile');
  const files = watch(true);
  expect(await read(files)).toEqual(['a/Dockerfile']);
  rmSync(path.join(folder, 'a'), { recursive: true });
  expect(await read(files)).toEqual([]);
  expect(made).toEqual(['a/Dockerfile']);
});

test('without a watcher only what changed is read again', async () => {
  write('Dockerfile', 'one');
  write('compose.yaml', 'same');
  const files = watch(false);
  await read(files);
  write('Dockerfile', 'longer');
  expect(await read(files)).toEqual(['longer', 'same']);
  expect(made).toEqual(['Dockerfile', 'compose.yaml', 'Dockerfile']);
});

test('a question that nobody waits for any more ends, and the next one goes on from there', async () => {
  for (let each = 0; each < 20; each++) write(`${each}.Dockerfile`);
  const files = watch(true);
  const source = new CancellationTokenSource();
  const found: string[] = [];
  for await (const { value } of files.read(make, source.token)) {
    found.push(value);
    if (found.length === 3) source.cancel();
  }
  expect(found).toHaveLength(3);
  expect(await read(files)).toHaveLength(20);
  expect(made).toHaveLength(20);
  source.cancel();
  expect(await read(files, source.token)).toEqual([]);
});

test('other folders, other files', async () => {
  write('a/Dockerfile');
  write('b/Dockerfile');
  const files = watch(true);
  files.setFolders([uriOf('b')]);
  expect(await read(files)).toEqual(['b/Dockerfile']);
});
