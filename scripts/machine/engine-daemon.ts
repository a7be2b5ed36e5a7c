import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineTools } from './engine-tools.ts';
import { removeBridges } from './engine-bridges.ts';
import { run } from './run.ts';

/** The process of one engine in one folder. */
export interface Daemon {
  readonly host: string;
  readonly pid: () => number | null;
  readonly halt: () => Promise<void>;
  readonly resume: () => Promise<void>;
  /** Ends the engine and whatever it started, and removes the folder. */
  readonly destroy: () => Promise<void>;
}

const startTime = 60_000;
const stopTime = 30_000;

/** Starts `dockerd` with everything it writes inside of `state`; rejects with its last words when it does not come up. */
export async function startDaemon(tools: EngineTools, state: string): Promise<Daemon> {
  const socket = join(state, 'd.sock');
  let child: ChildProcess | undefined;

  const resume = async (): Promise<void> => {
    child = await spawnDaemon(tools, state, socket);
    await waitUntilReady(child, state, socket);
  };
  const halt = async (): Promise<void> => {
    if (child === undefined) return;
    await end(child);
    const wasKilled = child.signalCode === 'SIGKILL';
    child = undefined;
    if (wasKilled) await forgetKilled(state);
  };
  const destroy = async (): Promise<void> => {
    await halt();
    await endLeftovers(state);
    await unmountBelow(state);
    await removeBridges(state);
    await rm(state, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await resume();
  } catch (error) {
    await destroy();
    throw error;
  }
  return {
    host: `unix://${socket}`,
    pid: () => (child === undefined || hasEnded(child) ? null : (child.pid ?? null)),
    halt,
    resume,
    destroy,
  };
}

async function spawnDaemon(tools: EngineTools, state: string, socket: string): Promise<ChildProcess> {
  const log = await open(join(state, 'dockerd.log'), 'a');
  const args = [
    `--host=unix://${socket}`,
    `--data-root=${join(state, 'data')}`,
    `--exec-root=${join(state, 'exec')}`,
    `--pidfile=${join(state, 'dockerd.pid')}`,
    '--shutdown-timeout=5',
    // Another engine of this machine may own these tables. Published ports still work through the engine's own proxy.
    '--iptables=false',
    '--ip6tables=false',
  ];
  const path = `${tools.bin}:${tools.sbin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
  const stdio = ['ignore' as const, log.fd, log.fd];
  // A group of its own: Ctrl-C must reach whoever started it, who then stops it in order.
  const child = spawn(join(tools.sbin, 'dockerd'), args, { env: { PATH: path }, stdio, detached: true });
  child.on('error', () => undefined);
  await log.close();
  return child;
}

async function waitUntilReady(child: ChildProcess, state: string, socket: string): Promise<void> {
  const until = Date.now() + startTime;
  while (Date.now() < until) {
    if (await answers(socket)) return;
    if (hasEnded(child) || child.pid === undefined) break;
    await sleep(150);
  }
  const log = await readFile(join(state, 'dockerd.log'), 'utf8').catch(() => '');
  throw new Error(`dockerd is not ready:\n${log.trim().split('\n').slice(-8).join('\n')}`);
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const ping = request({ socketPath, path: '/_ping', timeout: 2_000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.on('timeout', () => ping.destroy());
    ping.on('error', () => resolve(false));
    ping.end();
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child) || child.pid === undefined) return;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // A process that a test has frozen cannot hear anything else.
  child.kill('SIGCONT');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTime);
  await exited;
  clearTimeout(timer);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** A killed engine leaves files that speak of processes; the next one would wait for those. */
async function forgetKilled(state: string): Promise<void> {
  await endLeftovers(state);
  await rm(join(state, 'dockerd.pid'), { force: true });
  await rm(join(state, 'exec/containerd'), { recursive: true, force: true });
}

/** containerd and its shims outlive a killed engine. They are ours when their command line names our own folder. */
async function endLeftovers(state: string): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const pids = await processesOf(state);
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(pid, signal);
      } catch {
        // It ended by itself meanwhile.
      }
    }
    await sleep(700);
  }
}

async function processesOf(state: string): Promise<readonly number[]> {
  const found: number[] = [];
  for (const entry of await readdir('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid) continue;
    const command = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
    const program = await readlink(`/proc/${entry}/exe`).catch(() => '');
    if (/\/(dockerd|containerd[^/]*|docker-proxy)$/.test(program) && command.includes(`${state}/`)) found.push(pid);
  }
  return found;
}

/** Deepest first, or the upper ones are busy. */
async function unmountBelow(state: string): Promise<void> {
  const table = await readFile('/proc/self/mountinfo', 'utf8');
  const points = table
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .filter((point) => point.startsWith(`${state}/`))
    .sort((a, b) => b.length - a.length);
  for (const point of points) {
    if (existsSync(point)) await run('umount', ['-l', point]);
  }
}
