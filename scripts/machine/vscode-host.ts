import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runOrFail } from './run.ts';

export interface HostOptions {
  readonly program: string;
  /** A folder of the caller's for settings, logs and extensions. */
  readonly data: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Packages to install before the first window opens. */
  readonly extensions: readonly string[];
}

export interface VscodeHost {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** The page of a folder, with the same inputs that the desktop takes on its command line. */
  page(folder: string, payload?: Readonly<Record<string, string>>): string;
  stop(): Promise<void>;
  readonly process: ChildProcess;
}

/** Starts a VS Code server on a free loopback port and waits until it answers. */
export async function startVscodeHost({
  program,
  data,
  env = process.env,
  extensions,
}: HostOptions): Promise<VscodeHost> {
  const shared = ['--server-data-dir', join(data, 'server'), '--extensions-dir', join(data, 'extensions')];
  await installExtensions(program, shared, extensions);
  const port = await findFreePort();
  const flags = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--without-connection-token',
    '--accept-server-license-terms',
  ];
  const quiet = ['--disable-workspace-trust', '--telemetry-level', 'off'];
  const child = spawn(process.execPath, [program, ...flags, ...quiet, ...shared], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const log: string[] = [];
  child.stdout.on('data', (text: Buffer) => log.push(text.toString()));
  child.stderr.on('data', (text: Buffer) => log.push(text.toString()));
  const authority = `127.0.0.1:${port}`;
  const address = `http://${authority}`;
  await untilAnswering(address, child, log);
  return {
    address,
    process: child,
    page: (folder, payload = {}) => pageAddress(authority, folder, payload),
    stop: () => stopGroup(child),
  };
}

function pageAddress(authority: string, folder: string, payload: Readonly<Record<string, string>>): string {
  const inputs = Object.entries(payload).map(([name, path]) => [name, `vscode-remote://${authority}${path}`]);
  const query = inputs.length > 0 ? `&payload=${encodeURIComponent(JSON.stringify(inputs))}` : '';
  return `http://${authority}/?folder=${encodeURIComponent(folder)}${query}`;
}

async function installExtensions(
  program: string,
  shared: readonly string[],
  extensions: readonly string[],
): Promise<void> {
  for (const extension of extensions) {
    const output = await runOrFail(process.execPath, [
      program,
      ...shared,
      '--accept-server-license-terms',
      '--install-extension',
      extension,
      '--force',
    ]);
    if (!/successfully installed/i.test(output)) throw new Error(`VS Code did not install ${extension}:\n${output}`);
  }
}

/** The server starts extension hosts and terminals below it: they are one process group, ended together. */
export async function stopGroup(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-pid, signal);
    } catch {
      return;
    }
    const isEnded = await Promise.race([ended.then(() => true), sleep(3000, false)]);
    if (isEnded) return;
  }
}

async function untilAnswering(address: string, child: ChildProcess, log: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(250);
  }
  await stopGroup(child);
  throw new Error(`The hosted VS Code did not start:\n${log.join('').split('\n').slice(-15).join('\n')}`);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
