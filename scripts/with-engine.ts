import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { startEngine, type StartedEngine } from './machine/engine.ts';

/** The exit code of a suite that this machine cannot run. */
const skippedStatus = 77;

process.exit(await main(process.argv.slice(2)));

/** `with-engine [--old] -- COMMAND …` runs a command with engines of our own, and always stops them. */
async function main(args: readonly string[]): Promise<number> {
  const split = args.indexOf('--');
  const command = args.slice(split + 1);
  if (split < 0 || command.length === 0) {
    console.error('usage: tsx scripts/with-engine.ts [--old] -- COMMAND [ARGUMENT …]');
    return 2;
  }
  const engines: StartedEngine[] = [];
  const interruption = new AbortController();
  // Heard from the beginning: an engine that is just starting must be stopped as well.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => interruption.abort(signal));
  }
  try {
    const current = await startEngine({ version: 'current' });
    if ('obstacle' in current) return await skip(current.obstacle);
    engines.push(current);
    const env = { ...current.env, DRYDOCK_ENGINE_CURRENT: current.host };
    const old = args.slice(0, split).includes('--old') ? await startOldest(engines) : {};
    return await runCommand(command, { ...process.env, ...env, ...old }, interruption.signal);
  } finally {
    await Promise.all(engines.map((engine) => engine.stop()));
  }
}

/** One engine missing is no reason not to test with the other, but the suite has to say so. */
async function startOldest(engines: StartedEngine[]): Promise<Record<string, string>> {
  const oldest = await startEngine({ version: 'oldest' });
  if ('obstacle' in oldest) {
    console.log(`SKIPPED the oldest engine: ${oldest.obstacle}`);
    return { DRYDOCK_ENGINE_OLDEST_OBSTACLE: oldest.obstacle };
  }
  engines.push(oldest);
  return { DRYDOCK_ENGINE_OLDEST: oldest.host };
}

function runCommand(command: readonly string[], env: NodeJS.ProcessEnv, interruption: AbortSignal): Promise<number> {
  const [program = '', ...args] = command;
  if (interruption.aborted) return Promise.resolve(130);
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: 'inherit' });
    // We stay until it has ended, to stop the engines after it.
    interruption.addEventListener('abort', () => child.kill(interruption.reason as NodeJS.Signals));
    child.on('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`);
      resolve(127);
    });
    child.on('exit', (status) => resolve(status ?? 130));
  });
}

async function skip(reason: string): Promise<number> {
  console.log(`SKIPPED: ${reason.split('\n').join(' ')}`);
  const counts = process.env['DRYDOCK_COUNTS'];
  if (counts) await writeFile(counts, JSON.stringify({ reason }));
  return skippedStatus;
}
