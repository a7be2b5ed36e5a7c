import { existsSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDaemon } from './engine-daemon.ts';
import { makeBaseImage, removeBaseImage } from './engine-image.ts';
import { ensureEngineTools, type EngineRelease, type EngineTools } from './engine-tools.ts';
import { findCommand, run } from './run.ts';

export { ensureEngineTools } from './engine-tools.ts';

/** A running engine, and the environment in which `docker` and Drydock find it. */
export interface StartedEngine {
  readonly env: Readonly<Record<string, string>>;
  /** `unix:///…` */
  readonly host: string;
  /** The process of the engine; null for one that is not ours, which is then never stopped. */
  readonly pid: () => number | null;
  /** Ends the process and keeps everything else, as when the machine's engine is stopped. */
  readonly halt: () => Promise<void>;
  /** Starts it again after `halt`, with the same objects on the same socket. */
  readonly resume: () => Promise<void>;
  /** Ends it for good and leaves nothing behind. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts an engine of our own on a private socket, with the one image `busybox:local`. An engine that is given by
 * DRYDOCK_TEST_ENGINE=1 and DOCKER_HOST is used instead of the current one.
 */
export async function startEngine(options: { version: EngineRelease }): Promise<StartedEngine | { obstacle: string }> {
  const given = options.version === 'current' ? await givenEngine() : undefined;
  if (given !== undefined) return given;
  const tools = await ensureEngineTools(options.version);
  if ('obstacle' in tools) return tools;
  try {
    return await startOwn(tools);
  } catch (error) {
    return { obstacle: `the engine did not start: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The address of an engine that `docker` reaches on this machine, or undefined. */
export async function findRunningEngine(): Promise<string | undefined> {
  if (findCommand('docker') !== undefined) {
    const { status, stdout } = await run('docker', ['version', '--format', '{{.Server.Version}}'], {
      timeout: 10_000,
    }).catch(() => ({ status: 1, stdout: '' }));
    if (status === 0) return `Engine ${stdout.trim()}`;
  }
  const host = process.env['DOCKER_HOST'] ?? 'unix:///var/run/docker.sock';
  const { status } = await ping(host);
  return status === 0 ? host : undefined;
}

/** Somebody's own engine: it gets the base image for as long as it is used, and is never stopped. */
async function givenEngine(): Promise<StartedEngine | { obstacle: string } | undefined> {
  const host = process.env['DOCKER_HOST'];
  if (process.env['DRYDOCK_TEST_ENGINE'] !== '1' || !host) return undefined;
  if (findCommand('docker') === undefined) return { obstacle: 'an engine is given, but no docker command' };
  const refuse = () => Promise.reject(new Error('This engine is not ours to stop.'));
  try {
    const made = await makeBaseImage(process.env);
    const stop = async () => (made ? removeBaseImage(process.env) : undefined);
    return { env: { DOCKER_HOST: host }, host, pid: () => null, halt: refuse, resume: refuse, stop };
  } catch (error) {
    return { obstacle: `the given engine cannot be used: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function startOwn(tools: EngineTools): Promise<StartedEngine> {
  // Short: the path of a socket may have 107 characters.
  const state = await mkdtemp(join(tmpdir(), 'dd-'));
  await mkdir(join(state, 'config'));
  const daemon = await startDaemon(tools, state);
  const env = {
    DOCKER_HOST: daemon.host,
    DOCKER_CONFIG: tools.config,
    PATH: `${tools.bin}:${process.env['PATH'] ?? ''}`,
  };
  try {
    await makeBaseImage({ ...process.env, ...env });
  } catch (error) {
    await daemon.destroy();
    throw error;
  }
  return { env, host: daemon.host, pid: daemon.pid, halt: daemon.halt, resume: daemon.resume, stop: daemon.destroy };
}

function ping(host: string): Promise<{ status: number }> {
  const socket = /^unix:\/\/(.+)$/.exec(host)?.[1];
  if (socket === undefined || !existsSync(socket)) return Promise.resolve({ status: 1 });
  const args = ['--fail', '--silent', '--max-time', '3', '--unix-socket', socket, 'http://localhost/_ping'];
  return run('curl', args).catch(() => ({ status: 1 }));
}
