import { execFileSync, spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { metaRules, rules } from '#core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCliKit, type CliKit } from './cli-kit.ts';

let kit: CliKit;

beforeAll(async () => {
  kit = await createCliKit();
});

afterAll(() => kit.remove());

describe('drydock rules', () => {
  test('names every rule, as text and as JSON', async () => {
    const text = await kit.run(['rules']);
    const { stdout, code } = await kit.run(['rules', '--format', 'json', '--preset', 'strict']);
    const parsed = JSON.parse(stdout) as {
      version: number;
      rules: { id: string; severity: string; refs: { cis: string[] } }[];
    };
    expect([text.code, code, parsed.version]).toEqual([0, 0, 1]);
    expect(parsed.rules.map(({ id }) => id)).toEqual([...rules, ...metaRules].map(({ id }) => id));
    expect(parsed.rules.filter(({ severity }) => severity === 'off')).toEqual([]);
    for (const { id } of rules) expect(text.stdout).toContain(id);
  });

  test('speaks French', async () => {
    const { stdout } = await kit.run(['rules', '--locale', 'fr']);
    expect(stdout).toContain('règles, niveaux du préréglage');
  });

  test('refuses what it does not know', async () => {
    expect((await kit.run(['rules', '--preset', 'loud'])).code).toBe(2);
  });
});

describe('help and version', () => {
  test('the version is that of the build', async () => {
    expect(await kit.run(['--version'])).toEqual({ code: 0, stdout: '9.8.7\n', stderr: '' });
  });

  test.skipIf(process.platform === 'win32')(
    'it starts by its own first line, through a link as npm makes for `bin`',
    () => {
      const link = join(kit.folder, 'drydock');
      symlinkSync(kit.program, link);
      expect(execFileSync(link, ['--version'], { encoding: 'utf8' })).toBe('9.8.7\n');
    },
  );

  test.each([['--help'], ['help'], ['-h'], ['--locale', 'fr', '--help']])('%s lists the commands', async (...args) => {
    const { code, stdout } = await kit.run(args);
    expect(code).toBe(0);
    for (const command of ['lint', 'rules', 'lsp', 'init']) expect(stdout).toContain(`drydock ${command}`);
  });

  test('help on a command names every option', async () => {
    const { stdout } = await kit.run(['lint', '--help']);
    for (const option of [
      '--format',
      '--preset',
      '--rule',
      '--config',
      '--fail-on',
      '--fix',
      '--fix-unsafe',
      '--locale',
      '--no-color',
    ]) {
      expect(stdout).toContain(option);
    }
    expect((await kit.run(['help', 'lint'])).stdout).toBe(stdout);
  });

  test('no command is help and 2', async () => {
    expect((await kit.run([])).code).toBe(2);
  });
});

describe('drydock lsp', () => {
  test('says what to do where the server is not built', async () => {
    const { code, stderr } = await kit.run(['lsp', '--stdio']);
    expect(code).toBe(2);
    expect(stderr).toContain('npm run build');
  });

  test('becomes the language server that lies beside it', async () => {
    await kit.buildServer();
    const child = spawn(process.execPath, [kit.program, 'lsp', '--stdio']);
    const answer = new Promise<string>((resolve) => child.stdout.setEncoding('utf8').on('data', resolve));
    const params = { processId: null, rootUri: null, capabilities: {} };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    try {
      expect(await answer).toMatch(/^Content-Length: \d+/);
    } finally {
      child.kill();
    }
  });
});
