import { planTree } from '#core';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '#scripts/machine/run.ts';
import { madeTree } from '../../core/starters/tree.ts';

const folders = ['my app', 'app@2', 'été', 'a+b', 'yes', '1.5', 'null', 'on'];
let home = '';

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'drydock-folders-'));
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

test('Compose reads the names of folders and projects as they are', async () => {
  const manifest = JSON.stringify({ name: '$HOME "x"\nprivileged: true', scripts: { start: 'node a.js' } });
  const files = Object.fromEntries(folders.map((folder) => [`${folder}/package.json`, manifest]));
  const { plan } = await planTree(madeTree(files), {});
  for (const { path, content } of plan.files) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), content);
  }
  const file = join(home, 'compose.yaml');
  const { status, stdout, stderr } = await run('docker', ['compose', '-f', file, 'config', '--format', 'json']);
  expect(status, stderr).toBe(0);
  const config = JSON.parse(stdout) as { name: string; services: Record<string, { build: { context: string } }> };
  expect(config.name).toMatch(/^[a-z0-9-]+$/);
  const contexts = Object.values(config.services).map(({ build }) => build.context);
  expect(contexts.sort()).toEqual(folders.map((folder) => join(home, folder)).sort());
  expect(stdout).not.toContain('privileged"');
});
