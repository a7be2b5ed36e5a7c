import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFiles } from '../../server/src/list-files.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'drydock-list-'));
  for (const folder of ['context/node_modules/x', 'context/src', 'outside'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'context/src/a.js'), 'run()');
  writeFileSync(join(root, 'context/node_modules/x/b.js'), '');
  writeFileSync(join(root, 'outside/secret'), 'key');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the files of a context', () => {
  test('come with their sizes, what tools made last', async () => {
    const { files, unread } = await listFiles(join(root, 'context'));
    expect(files).toEqual([
      { path: 'src/a.js', size: 5 },
      { path: 'node_modules/x/b.js', size: 0 },
    ]);
    expect(unread).toEqual([]);
  });

  test('links are named and never followed', async () => {
    symlinkSync(join(root, 'outside'), join(root, 'context/out'));
    symlinkSync('nowhere', join(root, 'context/lost'));
    symlinkSync('.', join(root, 'context/src/round'));
    const listing = await listFiles(join(root, 'context'));
    const links = listing.files.filter(({ link }) => link === true).map(({ path }) => path);
    expect(links).toEqual(['lost', 'out', 'src/round']);
    expect(listing.files.some(({ path }) => path.includes('secret'))).toBe(false);
    // What lies behind a link may exist.
    expect(['out/secret', 'src/b.js'].map((path) => listing.knows(path))).toEqual([false, true]);
  });

  test('a folder that is not there is not read', async () => {
    expect((await listFiles(join(root, 'gone'))).unread).toEqual(['']);
  });
});
