import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSarifValidator } from '../core/report/sarif-schema.ts';
import { createCliKit, type CliKit } from './cli-kit.ts';

let kit: CliKit;

interface Json {
  files: { path: string; language: string; findings: { rule: string; severity: string; suppressed: unknown }[] }[];
  summary: { files: number; findings: number; unreadable: { path: string; reason: string }[] };
}

const clean = 'FROM alpine:3.23\nUSER 1000\nHEALTHCHECK CMD ["true"]\nCMD ["true"]\n';
const added = clean.replace('USER', 'ADD app.js /srv/\nUSER');
const privileged = 'services:\n  web:\n    image: nginx:1.29\n    privileged: true\n';

beforeAll(async () => {
  kit = await createCliKit();
  kit.write({
    'clean/Dockerfile': clean,
    'added/Dockerfile': added,
    'risky/compose.yaml': privileged,
    'risky/README.md': '# not ours\n',
    'risky/node_modules/x/Dockerfile': 'NOPE\n',
    'risky/.git/Dockerfile': 'NOPE\n',
  });
});

afterAll(() => kit.remove());

async function json(args: readonly string[], input = ''): Promise<{ code: number | null; report: Json }> {
  const { code, stdout, stderr } = await kit.run(['lint', '--format', 'json', ...args], { input });
  expect(stdout, stderr).not.toBe('');
  return { code, report: JSON.parse(stdout) as Json };
}

const rulesOf = ({ files }: Json): string[] => files.flatMap(({ findings }) => findings.map(({ rule }) => rule));

describe('exit codes', () => {
  test('0 when nothing reaches the threshold, 1 when something does', async () => {
    expect((await kit.run(['lint', 'clean'])).code).toBe(0);
    expect((await kit.run(['lint', 'added'])).code).toBe(0);
    expect((await kit.run(['lint', 'added', '--fail-on', 'info'])).code).toBe(1);
    expect((await kit.run(['lint', 'risky'])).code).toBe(1);
    expect((await kit.run(['lint', 'risky', '--fail-on=never'])).code).toBe(0);
  });

  test.each([
    [['lint', '--nope'], 'Unknown option `--nope`.'],
    [['lint', '--format', 'xml'], '`--format` cannot be `xml`.'],
    [['lint', '--format'], 'The option `--format` needs a value.'],
    [['lint', '--fix=yes'], 'The option `--fix` takes no value.'],
    [['lint', '--rule', 'missing-user'], 'gives no level'],
    [['lint', '--rule', 'missing-usr=off'], 'Did you mean `dockerfile/missing-user`?'],
    [['lint', '--config', 'none.yaml'], 'none.yaml cannot be read'],
    [['lint', '-'], '--stdin-filename'],
    [['lint', '--stdin-filename', 'x'], '`-`'],
    [['lint', '-', '--stdin-filename', 'Dockerfile', '--fix'], '`--fix` needs a file'],
    [['frobnicate'], '`frobnicate` is no command'],
    [['__proto__'], 'is no command'],
  ])('2 for %j, with a sentence', async (args, sentence) => {
    const { code, stderr, stdout } = await kit.run(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
  });

  test('2 for what cannot be read, and the other files are still looked at', async () => {
    kit.write({
      'dark/Dockerfile.nul': 'FROM alpine\nRUN a\0b\n',
      'dark/Dockerfile.latin': Buffer.from('FROM alpine\n# d\xe9j\xe0 vu\n', 'latin1'),
      'dark/Dockerfile.utf16': Buffer.from('\uFEFFFROM alpine\n', 'utf16le'),
      'dark/Dockerfile.large': Buffer.alloc(21 * 1024 * 1024, '#'),
      'dark/Dockerfile.good': clean,
    });
    symlinkSync('Dockerfile.loop', join(kit.folder, 'dark/Dockerfile.loop'));
    symlinkSync('nowhere', join(kit.folder, 'dark/Dockerfile.lost'));
    symlinkSync('..', join(kit.folder, 'dark/Dockerfile.up'));
    const { code, report } = await json(['dark', 'missing/Dockerfile']);
    expect(code).toBe(2);
    expect(report.files.map(({ path }) => path)).toEqual(['dark/Dockerfile.good']);
    expect(Object.fromEntries(report.summary.unreadable.map(({ path, reason }) => [path, reason]))).toEqual({
      'dark/Dockerfile.nul': 'This is no text: there is a NUL byte at line 2, column 6.',
      'dark/Dockerfile.latin': 'This file is not UTF-8: see line 2, column 4. Save it as UTF-8.',
      'dark/Dockerfile.utf16': expect.stringContaining('NUL byte') as string,
      'dark/Dockerfile.large': 'This file is larger than 20 MB, so it was not looked at.',
      'dark/Dockerfile.loop': 'This link leads back to itself.',
      'dark/Dockerfile.lost': 'There is no such file or folder.',
      'missing/Dockerfile': 'There is no such file or folder.',
    });
  });

  test('2 for a file whose form is broken, with the finding and its place', async () => {
    const { code, report } = await json(['-', '--stdin-filename', 'compose.yaml'], 'services:\n  web: {image: x\n');
    expect(code).toBe(2);
    expect(report.files[0]?.findings.some(({ rule }) => rule.startsWith('compose/'))).toBe(true);
  });
});

describe('files', () => {
  test('a folder is searched for our names only, never in node_modules or .git', async () => {
    const { report } = await json(['risky', 'clean']);
    expect(report.files.map(({ path, language }) => [path, language])).toEqual([
      ['risky/compose.yaml', 'compose'],
      ['clean/Dockerfile', 'dockerfile'],
    ]);
  });

  test('all the names of both languages are known', async () => {
    const names = ['Dockerfile', 'Dockerfile.dev', 'api.Dockerfile', 'Containerfile', 'Containerfile.x'];
    const compose = [
      'compose.yml',
      'compose.prod.yaml',
      'docker-compose.yml',
      'docker-compose.ci.yaml',
      'db.compose.yaml',
    ];
    kit.write(
      Object.fromEntries([
        ...names.map((name) => [`names/${name}`, clean]),
        ...compose.map((name) => [`names/${name}`, privileged]),
      ]),
    );
    const { report } = await json(['names']);
    expect(report.files.map(({ path }) => path.replace('names/', '')).sort()).toEqual([...names, ...compose].sort());
  });

  test('a file that is named counts by its content, once', async () => {
    kit.write({ 'odd/build.txt': added, 'odd/stack.conf': privileged, 'odd/prose.txt': 'Hello\n' });
    const { code, report } = await json(['odd/build.txt', 'odd/stack.conf', 'odd/build.txt', 'odd/prose.txt']);
    expect(report.files.map(({ language }) => language)).toEqual(['dockerfile', 'compose']);
    expect(report.summary.unreadable.map(({ path }) => path)).toEqual(['odd/prose.txt']);
    expect(code).toBe(2);
  });

  test('standard input takes the name it is given', async () => {
    const { code, report } = await json(['-', '--stdin-filename', 'x/compose.yaml'], privileged);
    expect(report.files[0]).toMatchObject({ path: 'x/compose.yaml', language: 'compose' });
    expect([rulesOf(report).includes('compose/privileged-container'), code]).toEqual([true, 1]);
  });
});

describe('configuration', () => {
  beforeAll(() => {
    kit.write({
      'configured/drydock.yaml':
        'rules: { add-instead-of-copy: error }\nignore: [old]\noverrides: [{files: [legacy/**], rules: {DL3020: off}}]\n',
      'configured/a/Dockerfile': added,
      'configured/legacy/Dockerfile': added,
      'configured/old/Dockerfile': added,
      'hadolint/.hadolint.yaml': 'ignored: [DL3020]\n',
      'hadolint/Dockerfile': added,
      'wrong/drydock.yaml': 'presett: strict\n',
      'wrong/Dockerfile': clean,
    });
  });

  test('is found above each file', async () => {
    const { code, report } = await json(['configured', 'added']);
    expect(report.files.map(({ path, findings }) => [path, findings.map(({ severity }) => severity)])).toEqual([
      ['configured/a/Dockerfile', ['error']],
      ['configured/legacy/Dockerfile', []],
      ['added/Dockerfile', ['info']],
    ]);
    expect(code).toBe(1);
  });

  test('that of hadolint is read when there is no drydock.yaml', async () => {
    expect(rulesOf((await json(['hadolint'])).report)).toEqual([]);
  });

  test('the command line goes over it', async () => {
    const { report } = await json(['configured/a', '--rule', 'add-instead-of-copy=off']);
    expect(rulesOf(report)).toEqual([]);
    expect(
      rulesOf((await json(['added', '--config', 'configured/drydock.yaml', '--preset', 'buildkit'])).report),
    ).toEqual(['dockerfile/add-instead-of-copy']);
  });

  test('what is wrong in it is told with its place, and the result is in doubt', async () => {
    const { code, stderr } = await kit.run(['lint', 'wrong']);
    expect(stderr).toMatch(/drydock\.yaml:1:1 {2}error {2}Unknown key `presett`\. Did you mean `preset`\?/);
    expect(code).toBe(2);
  });

  test('presets choose the rules', async () => {
    const withPreset = async (preset: string) => rulesOf((await json(['risky', 'added', '--preset', preset])).report);
    expect(await withPreset('hadolint')).toEqual(['dockerfile/add-instead-of-copy']);
    expect(await withPreset('strict')).toEqual(expect.arrayContaining(await withPreset('recommended')));
    expect(await withPreset('cis')).toContain('compose/privileged-container');
  });
});

describe('--fix', () => {
  test('corrects what is safe, keeps line endings, and has nothing to do a second time', async () => {
    kit.write({ 'fix/Dockerfile': added.replaceAll('\n', '\r\n'), 'fix/same.Dockerfile': clean });
    expect((await kit.run(['lint', 'fix', '--fix', '--fail-on', 'info'])).code).toBe(0);
    const after = kit.read('fix/Dockerfile');
    expect(after).toBe(added.replace('ADD', 'COPY').replaceAll('\n', '\r\n'));
    await kit.run(['lint', 'fix', '--fix']);
    expect(kit.read('fix/Dockerfile')).toBe(after);
    expect(kit.read('fix/same.Dockerfile')).toBe(clean);
  });

  test('leaves what changes the meaning to --fix-unsafe', async () => {
    kit.write({ 'unsafe/compose.yaml': privileged });
    await kit.run(['lint', 'unsafe', '--fix']);
    expect(kit.read('unsafe/compose.yaml')).toContain('privileged: true');
  });
});

describe('formats and languages', () => {
  test('SARIF from the program is valid', async () => {
    const { stdout } = await kit.run(['lint', 'risky', 'added', '--format', 'sarif']);
    const validate = createSarifValidator();
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
    expect(stdout).toContain('"semanticVersion": "9.8.7"');
  });

  test.each(['text', 'junit', 'github', 'gitlab', 'checkstyle', 'rdjson'])('%s names the finding', async (format) => {
    const { code, stdout } = await kit.run(['lint', 'risky', '--format', format]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/compose[/.]privileged-container/);
  });

  test('French by option and by environment', async () => {
    const byOption = await kit.run(['lint', 'risky', '--locale', 'fr']);
    const byEnvironment = await kit.run(['lint', 'risky'], { env: { LANG: 'fr_FR.UTF-8' } });
    expect(byOption.stdout).toContain('fichier examiné');
    expect(byOption.stdout).toContain('erreur');
    expect(byEnvironment.stdout).toBe(byOption.stdout);
    expect((await kit.run(['lint', '--nope', '--locale=fr'])).stderr).toContain('Option inconnue');
    expect((await kit.run(['lint', 'risky'], { env: { LANG: 'fr_FR', LC_ALL: 'en_US' } })).stdout).toContain(
      'file looked at',
    );
  });

  test('no colours into a pipe unless forced', async () => {
    expect((await kit.run(['lint', 'risky'])).stdout).not.toContain('\u001b');
    expect((await kit.run(['lint', 'risky'], { env: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[');
    expect((await kit.run(['lint', 'risky', '--no-color'], { env: { FORCE_COLOR: '1' } })).stdout).not.toContain(
      '\u001b',
    );
  });
});
