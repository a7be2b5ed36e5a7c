import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCliKit, type CliKit } from './cli-kit.ts';

let kit: CliKit;

const dockerfile = 'FROM alpine:3.23\nCOPY package.json src /srv/\nUSER 1000\nHEALTHCHECK NONE\nCMD ["true"]\n';

beforeAll(async () => {
  kit = await createCliKit();
  kit.write({
    'package.json': '{}',
    'src/main.js': '',
    '.dockerignore': '# stays out\nsrc\n',
    'docker/Dockerfile': dockerfile,
    'own/Dockerfile': dockerfile.replace('package.json src', 'main.js'),
    'own/main.js': '',
    'own/Dockerfile.dockerignore': '*.js\n*.js\n[\n',
    'whole/Dockerfile': dockerfile.replace('package.json src', '.'),
    'whole/.dockerignore': 'node_modules\n',
  });
});

afterAll(() => kit.remove());

/** `rule at line` for each finding about ignore files, by file. */
async function look(...args: string[]): Promise<Record<string, string[]>> {
  const { stdout } = await kit.run(['lint', '--format', 'json', ...args]);
  const { files } = JSON.parse(stdout) as {
    files: { path: string; findings: { rule: string; range: { start: { line: number } } }[] }[];
  };
  return Object.fromEntries(
    files.map(({ path, findings }) => [path, findings.map(({ rule, range }) => `${rule} at ${range.start.line}`)]),
  );
}

describe('ignore files', () => {
  test('are found in folders and judged; a Dockerfile is judged by the one that counts', async () => {
    expect(await look('own', 'docker', 'whole')).toEqual({
      'own/Dockerfile': ['dockerfile/copy-ignored-file at 2'],
      'own/Dockerfile.dockerignore': ['dockerignore/duplicate-pattern at 2', 'dockerignore/invalid-pattern at 3'],
      // Nothing of what it copies lies in its own folder, so the context is the folder above.
      'docker/Dockerfile': ['dockerfile/copy-ignored-file at 2'],
      'whole/.dockerignore': [],
      'whole/Dockerfile': ['dockerfile/copy-context-root at 2'],
    });
  });

  test('a pattern that the builder refuses is an error', async () => {
    expect((await kit.run(['lint', 'own/Dockerfile.dockerignore'])).code).toBe(1);
    expect((await kit.run(['lint', '.dockerignore'])).code).toBe(0);
  });

  test('what does nothing is removed by --fix', async () => {
    kit.write({ 'fixed/.dockerignore': 'a\nb\n./a\n' });
    await kit.run(['lint', '--fix', 'fixed']);
    expect(kit.read('fixed/.dockerignore')).toBe('a\nb\n');
  });
});
