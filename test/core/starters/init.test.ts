import { formatMessage } from '#core';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runInit } from '../../../cli/src/commands/init.ts';
import { samplePath } from './tree.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drydock-init-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `drydock init` in the test's folder, as nobody at a terminal would. */
function init(...args: string[]): Promise<Ran> {
  return initIn('en', ...args);
}

const french = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../l10n/bundle.l10n.fr.json'), 'utf8'),
) as Record<string, string>;

async function initIn(locale: 'en' | 'fr', ...args: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const status = await runInit(args, {
    cwd: folder,
    env: {},
    locale,
    color: false,
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
    stdin: () => Promise.resolve(new Uint8Array()),
    translate: (sentence) =>
      formatMessage(
        locale === 'fr' ? { ...sentence, template: french[sentence.template] ?? sentence.template } : sentence,
      ),
  });
  return { status, out, err };
}

function listFiles(): string[] {
  return readdirSync(folder).sort();
}

describe('drydock init', () => {
  test('--yes writes the files, and a second time finds nothing to do', async () => {
    cpSync(samplePath('express-postgres-redis'), folder, { recursive: true });
    const before = listFiles();
    const first = await init('--yes');
    expect(first.status, first.err).toBe(0);
    const written = ['.dockerignore', '.env.example', 'Dockerfile', 'compose.yaml'];
    expect(listFiles()).toEqual([...written, ...before].sort());
    const bytes = written.map((name) => readFileSync(join(folder, name), 'utf8'));
    const second = await init('--yes');
    expect(second.status).toBe(0);
    expect(second.err).toBe('Everything is already as it should be.\n');
    expect(written.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(bytes);
  });

  test('--dry-run writes nothing and gives the JSON of its contract', async () => {
    cpSync(samplePath('express-postgres-redis'), folder, { recursive: true });
    const before = listFiles();
    const { status, out } = await init('--dry-run', '--format', 'json');
    expect(status).toBe(0);
    expect(listFiles()).toEqual(before);
    const document = JSON.parse(out) as { apps: Record<string, unknown>[]; files: { path: string }[] };
    expect(Object.keys(document)).toEqual(['apps', 'services', 'refusals', 'files', 'questions']);
    const [app] = document.apps;
    expect({ ...app, evidence: [] }).toEqual({
      path: '.',
      role: 'web',
      language: 'node',
      framework: 'express',
      packageManager: 'npm',
      version: '26',
      port: 4000,
      start: ['node', 'server.js'],
      evidence: [],
    });
    expect(document).toMatchObject({
      services: { required: ['postgres', 'redis'], optional: [], embedded: [] },
      refusals: [],
      questions: [],
    });
    expect(document.files.map(({ path }) => path)).toEqual([
      'Dockerfile',
      '.dockerignore',
      'compose.yaml',
      '.env.example',
    ]);
  });

  test('a file that differs stops everything, shows the difference and stays', async () => {
    cpSync(samplePath('node-plain-http'), folder, { recursive: true });
    writeFileSync(join(folder, 'Dockerfile'), 'FROM node:26-trixie-slim\nRUN mine\n');
    const before = listFiles();
    const { status, err } = await init('--yes');
    expect(status).toBe(1);
    expect(err).toContain('- RUN mine\n');
    expect(err).toContain('+ USER 1000:1000\n');
    expect(err).toContain('Nothing was written: Dockerfile would change.');
    expect(listFiles()).toEqual(before);
    expect(readFileSync(join(folder, 'Dockerfile'), 'utf8')).toBe('FROM node:26-trixie-slim\nRUN mine\n');
    expect((await init('--yes', '--force')).status).toBe(0);
    expect(readFileSync(join(folder, 'Dockerfile'), 'utf8')).toContain('USER 1000:1000\n');
  });

  test('--dry-run shows what would change in a file that is there, not the whole of it', async () => {
    cpSync(samplePath('node-plain-http'), folder, { recursive: true });
    await init('--yes');
    const compose = readFileSync(join(folder, 'compose.yaml'), 'utf8');
    writeFileSync(join(folder, 'compose.yaml'), compose.replace('    init: true\n', '    init: false\n'));
    const { status, out } = await init('--dry-run');
    expect(status).toBe(0);
    expect(out).toContain('--- Dockerfile (unchanged)\n');
    expect(out).toMatch(/--- compose\.yaml \(changed\)\n(?:  .*\n)*- {5}init: false\n\+ {5}init: true\n/);
    expect(out).not.toContain('cap_drop');
    expect(readFileSync(join(folder, 'compose.yaml'), 'utf8')).toContain('init: false');
  });

  test('every sentence is there in French', async () => {
    for (const name of ['express-postgres-redis', 'fastapi-uv', 'flask-pipenv-sqlite', 'two-apps', 'refused-vite']) {
      rmSync(folder, { recursive: true, force: true });
      cpSync(samplePath(name), folder, { recursive: true });
      const [said, english] = [await initIn('fr', '--dry-run'), await init('--dry-run')];
      expect(said.status).toBe(english.status);
      const before = (text: string): string[] => (text.split('\n--- ')[0] ?? '').split('\n');
      const same = before(said.out).filter((line) => / /.test(line) && before(english.out).includes(line));
      // Names and numbers alone are the same in both languages.
      expect(
        same.filter((line) => !/^[\w.-]+: [\w, .]+$/.test(line)),
        name,
      ).toEqual([]);
    }
    cpSync(samplePath('refused-library'), folder, { recursive: true });
    expect((await initIn('fr', '--format', 'yaml')).err).toContain('--format');
  });

  test('an existing .dockerignore is completed, its own lines kept', async () => {
    cpSync(samplePath('node-plain-http'), folder, { recursive: true });
    writeFileSync(join(folder, '.dockerignore'), '# mine\nnode_modules/\n.git/\n');
    expect((await init('--yes')).status).toBe(1);
    expect((await init('--yes', '--force')).status).toBe(0);
    const text = readFileSync(join(folder, '.dockerignore'), 'utf8');
    expect(text).toMatch(/^# mine\nnode_modules\/\n\.git\/\n# Added by Drydock\.\n/);
    expect(text.match(/\.git$/gm)).toBeNull();
  });

  test('without a terminal and without --yes nothing is written', async () => {
    cpSync(samplePath('node-plain-http'), folder, { recursive: true });
    const before = listFiles();
    const { status, err } = await init();
    expect(status).toBe(0);
    expect(err).toContain('Add --yes');
    expect(listFiles()).toEqual(before);
  });

  test('a folder that is a ring of links, with links to elsewhere, is read once', async () => {
    cpSync(samplePath('node-plain-http'), folder, { recursive: true });
    mkdirSync(join(folder, 'deep'));
    symlinkSync('..', join(folder, 'deep', 'up'));
    symlinkSync('/', join(folder, 'root'));
    const { out } = await init('--dry-run', '--format', 'json');
    expect((JSON.parse(out) as { apps: unknown[] }).apps).toHaveLength(1);
  });

  test('a link in the place of a file is left alone, and nothing else is written', async () => {
    cpSync(samplePath('node-plain-http'), folder, { recursive: true });
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'compose.yaml'));
    const before = listFiles();
    const { status, err } = await init('--yes');
    expect(status).toBe(2);
    expect(err).toContain('compose.yaml is not a plain file, so it is left alone.');
    expect(listFiles()).toEqual(before);
  });

  test('refusals are told with their reason', async () => {
    cpSync(samplePath('refused-library'), folder, { recursive: true });
    const { status, out, err } = await init('--yes');
    expect(status).toBe(1);
    expect(out).toContain('is a library');
    expect(err).toContain('Nothing was written');
  });

  test.each([
    ['an unknown option', ['--frobnicate'], /does not understand/],
    ['an unknown format', ['--format', 'yaml'], /--format takes text or json, not yaml/],
    ['two folders', ['a', 'b'], /one folder/],
    ['a folder that is not there', ['missing'], /missing is not a folder/],
  ])('%s is a usage error', async (_, args, words) => {
    const { status, err } = await init(...args);
    expect(status).toBe(2);
    expect(err).toMatch(words);
  });

  test('a manifest of two megabytes and one of bytes are told apart from an application', async () => {
    mkdirSync(join(folder, 'big'));
    mkdirSync(join(folder, 'binary'));
    writeFileSync(
      join(folder, 'big', 'package.json'),
      `{"scripts":{"start":"node x.js"},"pad":"${'x'.repeat(2 << 20)}"}`,
    );
    writeFileSync(join(folder, 'binary', 'pyproject.toml'), Buffer.from([0xff, 0xfe, 0x00, 0x41]));
    const { status, out } = await init('--dry-run', '--format', 'json');
    expect(status).toBe(0);
    const { refusals } = JSON.parse(out) as { refusals: { path: string; reason: string }[] };
    expect(refusals).toEqual([
      { path: 'big', reason: 'big/package.json cannot be read as text: it is binary, or larger than 1 MB.' },
      { path: 'binary', reason: 'binary/pyproject.toml cannot be read as text: it is binary, or larger than 1 MB.' },
    ]);
  });
});
