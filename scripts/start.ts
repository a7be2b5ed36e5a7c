import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRunningEngine, startEngine, type StartedEngine } from './machine/engine.ts';
import { findCommand, runOrFail } from './machine/run.ts';
import { packageExtension } from './package.ts';
import { bundleForHost, driverFolder, ensureHostedVscode, startSession, type VscodeSession } from './vscode/session.ts';
import type { Sighting } from './vscode/probe.ts';

const once = process.argv.includes('--once');
process.exit(await main());

/** Builds, packages and opens Drydock on the examples. With `--once` it looks, says what it saw, and leaves. */
async function main(): Promise<number> {
  const vsix = await packageExtension('drydock.vsix');
  const engine = await findOrStartEngine();
  const env = { ...process.env, ...engine?.env };
  try {
    const desktop = findCommand('code');
    return desktop ? await useDesktop(desktop, vsix, env) : await useHosted(vsix, env);
  } finally {
    await engine?.stop();
  }
}

/** The views show a real engine: the one this machine has, else one of our own for as long as the window is open. */
async function findOrStartEngine(): Promise<StartedEngine | undefined> {
  const running = await findRunningEngine();
  if (running) {
    console.log(`Docker engine: ${running}`);
    return undefined;
  }
  const engine = await startEngine({ version: 'current' });
  if ('obstacle' in engine) {
    console.log(`No Docker engine answers, and none can be started here: ${engine.obstacle}. The views will say so.`);
    return undefined;
  }
  console.log(`Docker engine: one of our own, ${engine.env['DOCKER_HOST']}`);
  return engine;
}

async function useHosted(vsix: string, env: NodeJS.ProcessEnv): Promise<number> {
  const vscode = await ensureHostedVscode();
  if ('obstacle' in vscode) {
    console.error(
      `VS Code cannot be opened: no desktop \`code\` on the PATH, and the hosted one lacks something: ${vscode.obstacle}.`,
    );
    return 1;
  }
  const session = await startSession({ vscode, vsix, workspace: 'examples', env });
  try {
    return once ? await lookOnce(session) : await stay(session);
  } finally {
    await session.stop();
  }
}

async function lookOnce(session: VscodeSession): Promise<number> {
  const probe = await bundleForHost('scripts/vscode/probe.ts', 'probe');
  return tell((await session.runInside(probe)) as Sighting);
}

async function stay(session: VscodeSession): Promise<number> {
  console.log(
    `\nVS Code with Drydock on a copy of examples/:\n\n  ${session.host.page(session.workspace)}\n\nCtrl+C ends it.`,
  );
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    session.host.process.once('close', () => resolve());
  });
  return 0;
}

async function useDesktop(code: string, vsix: string, env: NodeJS.ProcessEnv): Promise<number> {
  const data = await mkdtemp(join(tmpdir(), 'drydock-code-'));
  const folders = ['--user-data-dir', join(data, 'user'), '--extensions-dir', join(data, 'extensions')];
  const workspace = join(data, 'examples');
  await cp('examples', workspace, { recursive: true });
  try {
    await runOrFail(code, [...folders, '--install-extension', vsix, '--force']);
    if (!once) {
      await untilClosed(code, [...folders, '--new-window', '--wait', workspace], env);
      return 0;
    }
    const report = join(data, 'report.json');
    const probe = await bundleForHost('scripts/vscode/probe.ts', 'probe');
    const inside = [`--extensionDevelopmentPath=${driverFolder}`, `--extensionTestsPath=${probe}`];
    await untilClosed(code, [...folders, '--wait', ...inside, workspace], { ...env, DRYDOCK_REPORT: report });
    return tell(JSON.parse(await readFile(report, 'utf8')) as Sighting);
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

function untilClosed(code: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(code, args, { env, stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}

/** Prints what was seen; 0 when a user would find Drydock at work. */
function tell({ vscode, version, active, diagnostics, views, problem }: Sighting): number {
  console.log(`\nVS Code ${vscode}, Drydock ${version || 'not found'}, ${active ? 'active' : 'NOT ACTIVE'}`);
  for (const [file, count] of Object.entries(diagnostics)) console.log(`  ${file}: ${count} diagnostics`);
  for (const [view, shown] of Object.entries(views)) console.log(`  ${view}: ${JSON.stringify(shown)}`);
  if (problem === null && active) return 0;
  console.error(`\nNot as it should be: ${problem ?? 'the extension did not activate.'}`);
  return 1;
}
