import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCliKit, type CliKit, type CliResult } from './cli-kit.ts';

let kit: CliKit;

const mistaken = 'FROM alpine:3.23\nMAINTAINER me\nADD a.js /srv/\n';
/** A user who owns nothing; only root can become one. */
const nobody = 65534;
const asRoot = process.getuid?.() === 0;
if (!asRoot) console.log('SKIPPED what one has no right to read or write: only root can become another user');

beforeAll(async () => {
  kit = await createCliKit();
});

afterAll(() => kit.remove());

interface Found {
  readonly rule: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

async function findingsOf(
  name: string,
  content: string | Uint8Array,
): Promise<{ code: number | null; found: Found[] }> {
  kit.write({ [name]: content });
  const { code, stdout, stderr } = await kit.run(['lint', name, '--format', 'json']);
  expect(stderr).toBe('');
  const { files } = JSON.parse(stdout) as { files: { findings: Found[] }[] };
  return { code, found: files.flatMap(({ findings }) => findings) };
}

/** What the program says must never look like a program that fell over. */
function expectWords({ stdout, stderr }: CliResult): void {
  expect(stdout + stderr).not.toMatch(/^ {4}at |node:internal|\bErrno\b/m);
  expect(stdout + stderr).not.toContain('Please report');
}

describe('texts', () => {
  test.each([
    ['empty.Dockerfile', '', 'dockerfile/empty-file', [1, 1]],
    ['comments.Dockerfile', '# one\n# two\n', 'dockerfile/empty-file', [2, 1]],
    ['empty.compose.yaml', '', 'compose/empty-file', [1, 1]],
    ['half.Dockerfile', 'FROM alpine:3.23\nCOP', 'dockerfile/misspelt-instruction', [2, 1]],
    ['half.compose.yaml', 'services:\n  web:\n    image: "ngi\n', 'compose/invalid-yaml', [3, 12]],
    ['tab.compose.yaml', 'services:\n\tweb: {}\n', 'compose/invalid-yaml', [2, 2]],
    ['cr.Dockerfile', 'FROM alpine:3.23\rUSER 1\r', 'dockerfile/invalid-from', [1, 6]],
  ] as const)('%s is refused at its place', async (name, text, rule, [line, column]) => {
    const { code, found } = await findingsOf(name, text);
    expect(code).toBe(rule === 'compose/empty-file' ? 1 : 2);
    expect(found.map(({ rule, range }) => [rule, range.start])).toContainEqual([rule, { line, column }]);
  });

  test('places behind a byte order mark, Windows line ends and characters of two units', async () => {
    const { found } = await findingsOf(
      'bom.Dockerfile',
      '\uFEFFFROM alpine:3.23\r\nLABEL a="😀" \\\r\n b=c\r\nADD a /b/\r\n',
    );
    expect(found.find(({ rule }) => rule === 'dockerfile/add-instead-of-copy')?.range.start).toEqual({
      line: 4,
      column: 1,
    });
  });

  test('files of 5 MB are judged to their end', async () => {
    const lines = `FROM alpine:3.23\n${'RUN echo 0123456789012345678901234567890123456789\n'.repeat(100_000)}ADD a /b/\n`;
    expect(lines.length).toBeGreaterThan(5_000_000);
    const { found } = await findingsOf('big.Dockerfile', lines);
    expect(found.find(({ rule }) => rule === 'dockerfile/add-instead-of-copy')?.range.start.line).toBe(100_002);
    const long = await findingsOf(
      'long.Dockerfile',
      `FROM alpine:3.23\nRUN ${'a && '.repeat(1_000_000)}b\nADD a /b/\n`,
    );
    expect(long.found.map(({ rule }) => rule)).toContain('dockerfile/add-instead-of-copy');
    rmSync(join(kit.folder, 'big.Dockerfile'));
    rmSync(join(kit.folder, 'long.Dockerfile'));
  }, 60_000);
});

describe('paths', () => {
  test('with blanks, line breaks and emoji are found, and none of them breaks a line of the report', async () => {
    kit.write({ 'a b/Dockerfile.😀': mistaken, 'a b/Dockerfile.x\ny': mistaken });
    const json = await kit.run(['lint', 'a b', '--format', 'json']);
    const { files } = JSON.parse(json.stdout) as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(['a b/Dockerfile.x\ny', 'a b/Dockerfile.😀']);
    const text = await kit.run(['lint', 'a b']);
    expect(text.stdout).toContain('a b/Dockerfile.x\uFFFDy:3:1');
    const github = await kit.run(['lint', 'a b', '--format', 'github']);
    expect(github.stdout).toContain('file=a b/Dockerfile.x%0Ay,line=3');
  });

  test('a folder called Dockerfile is a folder', async () => {
    mkdirSync(join(kit.folder, 'odd/Dockerfile'), { recursive: true });
    kit.write({ 'odd/Dockerfile/Dockerfile.inner': mistaken });
    const { stdout } = await kit.run(['lint', 'odd']);
    expect(stdout).toContain('odd/Dockerfile/Dockerfile.inner:2:1');
  });

  test('a folder with nothing for us is said to be one', async () => {
    mkdirSync(join(kit.folder, 'nothing'), { recursive: true });
    const { code, stderr } = await kit.run(['lint', 'nothing']);
    expect([code, stderr]).toEqual([0, 'There is no Dockerfile and no Compose file in nothing.\n']);
  });

  test.each([
    [['lint', ''], 'An empty path names no file.'],
    [['lint', '-', '--stdin-filename', ''], 'say what it is'],
    [['lint', '--locale', 'de'], '`--locale` cannot be `de`. Possible: en, fr.'],
    [['lint', '--config', '.'], 'The configuration . cannot be read. This is a folder, not a file.'],
  ])('2 for %j, with a sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await kit.run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });
});

describe('configuration files', () => {
  test.each([
    ['drydock.yaml', 'rules: {\n', '2:1  error  A bracket opened above is not closed before this line.'],
    ['drydock.yaml', 'preset: "strict\n', '1:9  error  This quote is never closed.'],
    ['drydock.yaml', 'rules:\n\ta: off\n', '2:2  error  YAML does not allow tabs'],
    ['drydock.yaml', 'preset: cis\npreset: strict\n', '2:1  error  This key stands in this mapping already.'],
    ['drydock.yaml', 'presets: cis\n', '1:1  error  Unknown key `presets`. Did you mean `preset`?'],
    ['drydock.yaml', Buffer.from('preset: cis # \xe9\n', 'latin1'), 'is not UTF-8: see line 1, column 15.'],
    ['.hadolint.yaml', 'ignored: [DL3020\n', '2:1  error  A bracket opened above'],
  ])('%s with %j puts the result in doubt', async (name, content, sentence) => {
    kit.write({ 'conf/Dockerfile': mistaken, [`conf/${name}`]: content });
    const result = await kit.run(['lint', 'conf']);
    rmSync(join(kit.folder, 'conf', name));
    expectWords(result);
    expect(result.stderr).toContain(`conf/${name}`);
    expect(result.stderr).toContain(sentence);
    expect([result.code, result.stdout.includes('1 file looked at')]).toEqual([2, true]);
  });

  test('say the same in French', async () => {
    kit.write({ 'conf/Dockerfile': mistaken, 'conf/drydock.yaml': 'preset: cis\npreset: strict\n' });
    const { stderr } = await kit.run(['lint', 'conf', '--locale', 'fr']);
    rmSync(join(kit.folder, 'conf/drydock.yaml'));
    expect(stderr).toBe('conf/drydock.yaml:2:1  erreur  Cette clé figure déjà dans cet objet.\n');
  });
});

describe.skipIf(!asRoot)('rights', () => {
  beforeAll(() => {
    // Whoever makes the temporary folder keeps it closed to others.
    chmodSync(join(kit.folder, '..'), 0o755);
    kit.write({ 'mine/Dockerfile': mistaken, 'locked/Dockerfile': mistaken, 'set/Dockerfile': mistaken });
    kit.write({ 'hidden/Dockerfile': mistaken, 'set/drydock.yaml': 'preset: strict\n' });
    chmodSync(join(kit.folder, 'locked'), 0o700);
    chmodSync(join(kit.folder, 'hidden/Dockerfile'), 0o600);
    chmodSync(join(kit.folder, 'set/drydock.yaml'), 0o600);
  });

  test('of reading: a folder, a file, a configuration', async () => {
    const folder = await kit.run(['lint', 'locked'], { uid: nobody });
    expect([folder.code, folder.stdout]).toEqual([
      2,
      expect.stringContaining('locked  You have no permission to read this.'),
    ]);
    const file = await kit.run(['lint', 'hidden'], { uid: nobody });
    expect([file.code, file.stdout]).toEqual([2, expect.stringContaining('hidden/Dockerfile  You have no permission')]);
    const config = await kit.run(['lint', 'set'], { uid: nobody });
    expect([config.code, config.stderr]).toEqual([
      2,
      'set/drydock.yaml  You have no permission to read this. This configuration does not count.\n',
    ]);
  });

  test('of writing: what was found is told, and why it was not corrected', async () => {
    const { code, stdout } = await kit.run(['lint', '--fix', 'mine', '--format', 'json'], { uid: nobody });
    const { files, summary } = JSON.parse(stdout) as {
      files: { findings: Found[] }[];
      summary: { unreadable: { path: string; reason: string }[] };
    };
    expect(code).toBe(2);
    expect(files[0]?.findings.map(({ rule }) => rule)).toContain('dockerfile/add-instead-of-copy');
    expect(summary.unreadable).toEqual([
      { path: 'mine/Dockerfile', reason: 'You have no permission to write this file, so it was not corrected.' },
    ]);
    expect(kit.read('mine/Dockerfile')).toBe(mistaken);
  });
});

test('--fix keeps a byte order mark, line ends, mode and owner', async () => {
  const file = join(kit.folder, 'kept.Dockerfile');
  writeFileSync(file, `\uFEFF${mistaken.replaceAll('\n', '\r\n')}`, { mode: 0o640 });
  if (asRoot) chownSync(file, nobody, nobody);
  const { mode, uid, ino } = statSync(file);
  expect((await kit.run(['lint', '--fix', 'kept.Dockerfile'])).code).toBe(0);
  const after = readFileSync(file, 'utf8');
  expect(after).toMatch(/^\uFEFFFROM alpine:3\.23\r\nLABEL .*\r\nCOPY a\.js \/srv\/\r\n$/);
  expect(statSync(file)).toMatchObject({ mode, uid, ino });
});

describe('output', () => {
  /** Runs the program with its standard output going through a shell's redirection or pipe. */
  function shell(tail: string): Promise<{ code: number | null; stderr: string }> {
    return new Promise((resolve) => {
      const command = `"$0" "$1" lint many --format json ${tail}`;
      const child = spawn('bash', ['-c', command, process.execPath, kit.program], { cwd: kit.folder });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.stdout.resume();
      child.on('close', (code) => resolve({ code, stderr }));
    });
  }

  beforeAll(() => kit.write({ 'many/Dockerfile': `FROM alpine:3.23\n${'ADD a /b/\n'.repeat(2_000)}` }));

  test('whoever has seen enough may leave', async () => {
    expect(await shell('| head -1; exit ${PIPESTATUS[0]}')).toEqual({ code: 0, stderr: '' });
  });

  test('a full disk is a sentence and no success', async () => {
    expect(await shell('> /dev/full')).toEqual({
      code: 2,
      stderr: 'The output could not be written: There is no space left on the disk.\n',
    });
  });
});
