import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureShellcheck } from './machine/shellcheck.ts';

/** The exit code of a suite that this machine cannot run; its last line then says why. */
const skippedStatus = 77;

interface Suite {
  readonly name: string;
  readonly command: readonly string[];
  /** True for the suites that also ask a real shellcheck. */
  readonly asksShellcheck?: boolean;
}

/** Fast first. Each writes its counts to the file it is given, or counts as one. */
const suites: readonly Suite[] = [
  { name: 'check', command: ['tsx', 'scripts/check.ts'] },
  { name: 'unit', command: vitest('unit'), asksShellcheck: true },
  { name: 'lsp', command: vitest('lsp'), asksShellcheck: true },
  { name: 'fuzz', command: vitest('fuzz') },
  { name: 'truth', command: ['tsx', 'scripts/with-engine.ts', '--', 'npx', '--no-install', ...vitest('truth')] },
  {
    name: 'engine',
    command: ['tsx', 'scripts/with-engine.ts', '--old', '--', 'npx', '--no-install', ...vitest('engine')],
  },
  { name: 'vscode', command: ['tsx', 'scripts/test-vscode.ts'] },
];

interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  readonly reason: string | null;
}

const programs = await findPrograms();
const only = process.argv.slice(2);
const outcomes = suites.filter(({ name }) => only.length === 0 || only.includes(name)).map(runSuite);
report(outcomes);
process.exit(outcomes.some(({ failed }) => failed > 0) ? 1 : 0);

/** A PATH with shellcheck on it. Where it cannot be had, the tests that want it say which part is not proven. */
async function findPrograms(): Promise<string | undefined> {
  const shellcheck = await ensureShellcheck();
  if (typeof shellcheck === 'string') return [shellcheck, process.env['PATH']].join(delimiter);
  console.log(`There is no shellcheck for the tests: ${shellcheck.obstacle}`);
  return undefined;
}

function vitest(project: string): string[] {
  return ['vitest', 'run', '--project', project, '--reporter', 'default', '--reporter', 'json'];
}

function runSuite({ name, command, asksShellcheck }: Suite): Outcome {
  console.log(`\n━━━ ${name} ━━━`);
  const folder = mkdtempSync(join(tmpdir(), 'drydock-counts-'));
  const counts = join(folder, 'counts.json');
  const started = Date.now();
  const child = spawnSync('npx', ['--no-install', ...withCounts(command, counts)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...(asksShellcheck && programs ? { PATH: programs } : {}), DRYDOCK_COUNTS: counts },
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  const counted = readCounts(counts);
  rmSync(folder, { recursive: true, force: true });
  if (child.status === skippedStatus) {
    return { name, passed: 0, failed: 0, skipped: 1, seconds, reason: counted.reason ?? 'see its output above' };
  }
  const isGreen = child.status === 0;
  // A suite that ends badly without naming a failed test, or well without having run one, has failed as a whole.
  const silent = counted.passed + counted.failed === 0;
  const failed = isGreen ? (silent && name !== 'check' ? 1 : counted.failed) : Math.max(1, counted.failed);
  const passed = name === 'check' && isGreen ? 1 : counted.passed;
  return { name, passed, failed, skipped: counted.skipped, seconds, reason: null };
}

function withCounts(command: readonly string[], file: string): string[] {
  return command.includes('json') ? [...command, `--outputFile.json=${file}`] : [...command];
}

function readCounts(file: string): { passed: number; failed: number; skipped: number; reason: string | null } {
  const none = { passed: 0, failed: 0, skipped: 0, reason: null };
  if (!existsSync(file)) return none;
  const json = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  const count = (name: string) => (typeof json[name] === 'number' ? json[name] : 0);
  return {
    passed: count('numPassedTests'),
    failed: count('numFailedTests'),
    skipped: count('numPendingTests') + count('numTodoTests'),
    reason: typeof json['reason'] === 'string' ? json['reason'] : null,
  };
}

function report(all: readonly Outcome[]): void {
  console.log('\n━━━ what was run ━━━');
  for (const { name, passed, failed, skipped, seconds } of all) {
    const verdict = failed > 0 ? 'FAILED ' : passed === 0 ? 'SKIPPED' : 'ok     ';
    const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    console.log(`${verdict} ${name.padEnd(8)} ${counts}  (${seconds} s)`);
  }
  for (const { name, reason } of all) if (reason) console.log(`\n!!! SKIPPED ${name}: ${reason}`);
  const sum = (key: 'passed' | 'failed' | 'skipped') => all.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
}
