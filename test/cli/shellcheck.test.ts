import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasShellcheck, writeFakeShellcheck } from '#test/kit/shellcheck.ts';
import { createCliKit, type CliKit } from './cli-kit.ts';

let kit: CliKit;

beforeAll(async () => {
  kit = await createCliKit();
});
afterAll(() => kit.remove());

const file = 'FROM debian:12\nARG name\nRUN dir=$(pwd) \\\n  && rm -rf $dir "$name"\n';

async function told(env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<string[]> {
  kit.write({ 'a/Dockerfile': file });
  const { stdout } = await kit.run(['lint', '--format', 'json', 'a', ...args], { env });
  const { files } = JSON.parse(stdout) as {
    files: { findings: { rule: string; message: string; range: { start: { line: number; column: number } } }[] }[];
  };
  return files.flatMap(({ findings }) =>
    findings
      .filter(({ rule }) => rule === 'dockerfile/shellcheck')
      .map(({ message, range: { start } }) => `${start.line}:${start.column} ${message.slice(0, 6)}`),
  );
}

describe('drydock lint asks shellcheck', () => {
  test('and shows what it says in place', async () => {
    const folder = writeFakeShellcheck(join(kit.folder, 'fake'));
    expect(await told({ PATH: folder })).toEqual(['4:13 SC2086']);
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe('--shell=sh\n');
  });
  test('and writes what it proposes, when unsafe changes are wanted', async () => {
    const folder = writeFakeShellcheck(join(kit.folder, 'fake'));
    expect(await told({ PATH: folder }, ['--fix-unsafe'])).toEqual([]);
    expect(kit.read('a/Dockerfile')).toContain('rm -rf "$dir"');
  });
  test('but not when the rule is off', async () => {
    const folder = writeFakeShellcheck(join(kit.folder, 'silent'));
    expect(await told({ PATH: folder }, ['--rule', 'shellcheck=off'])).toEqual([]);
    expect(existsSync(join(folder, 'asked'))).toBe(false);
  });
  test('and does without it where there is none', async () => {
    expect(await told({ PATH: join(kit.folder, 'empty') })).toEqual([]);
  });
});

describe.runIf(hasShellcheck())('the real one', () => {
  test('says the same of the same place', async () => {
    expect(await told({ PATH: process.env['PATH'] })).toEqual(['4:13 SC2086']);
  });
});
