import { randomBytes } from 'node:crypto';
import { connectEngine, type Endpoint, type Engine } from '#engine';
import { run, runOrFail } from '#scripts/machine/run.ts';

export interface RealEngine {
  readonly name: 'current' | 'oldest';
  readonly endpoint: Endpoint;
  /** The engine as Drydock sees it. */
  readonly engine: Engine;
  /** Every object of this run has the label `drydock.test=<runId>`, and its name begins with it. */
  readonly runId: string;
  /** The same engine as its own command sees it; gives what was printed, without the last line end. */
  docker(...args: readonly string[]): Promise<string>;
  /** `docker run --detach` of the base image with our label; gives the full id. */
  runContainer(name: string, options: readonly string[], ...command: readonly string[]): Promise<string>;
  /** A name of this run. */
  named(name: string): string;
  /** Removes what this run has made, and nothing else. */
  cleanUp(): Promise<void>;
}

/** The engines that `with-engine` has started, or why there is none. */
export function givenEngines(): readonly { name: RealEngine['name']; host: string | undefined; obstacle: string }[] {
  const env = process.env;
  const obstacle = 'no engine was started: run this with `npm run test:engine`';
  return [
    { name: 'current', host: env['DRYDOCK_ENGINE_CURRENT'], obstacle },
    { name: 'oldest', host: env['DRYDOCK_ENGINE_OLDEST'], obstacle: env['DRYDOCK_ENGINE_OLDEST_OBSTACLE'] ?? obstacle },
  ];
}

export const baseImage = 'busybox:local';

export async function openRealEngine(name: RealEngine['name'], host: string): Promise<RealEngine> {
  const endpoint: Endpoint = { host, source: 'setting', context: null };
  const engine = await connectEngine(endpoint);
  const runId = `dt${randomBytes(4).toString('hex')}`;
  const label = `drydock.test=${runId}`;
  const { DOCKER_HOST: _, ...env } = process.env;
  const docker = async (...args: readonly string[]): Promise<string> =>
    (await runOrFail('docker', ['--host', host, ...args], { env, timeout: 60_000 })).trimEnd();
  return {
    name,
    endpoint,
    engine,
    runId,
    docker,
    runContainer: (container, options, ...command) =>
      docker('run', '--detach', '--label', label, '--name', `${runId}-${container}`, ...options, baseImage, ...command),
    named: (object) => `${runId}-${object}`,
    async cleanUp() {
      const filter = ['--filter', `label=${label}`, '--quiet'];
      const all = async (...args: readonly string[]): Promise<readonly string[]> =>
        [...new Set((await docker(...args)).split('\n'))].filter((line) => line !== '');
      const remove = (args: readonly string[], objects: readonly string[]) =>
        objects.length === 0 ? undefined : run('docker', ['--host', host, ...args, ...objects], { env });
      await remove(['rm', '--force', '--volumes'], await all('ps', '--all', ...filter));
      await remove(['network', 'rm'], await all('network', 'ls', ...filter));
      await remove(['volume', 'rm', '--force'], await all('volume', 'ls', ...filter));
      await remove(['rmi', '--force'], await all('images', '--all', ...filter));
      engine.close();
    },
  };
}
