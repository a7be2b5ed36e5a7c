import { existsSync } from 'node:fs';
import { run, runOrFail } from './run.ts';

/** Why packages cannot be installed on this machine, or undefined when they can. */
export function findAptObstacle(): string | undefined {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return 'this is not Debian';
  if (process.getuid?.() !== 0) return 'installing packages needs root';
  return undefined;
}

/** Installs packages of the machine's own Debian suite, unless they are all there. */
export async function installPackages(packages: readonly string[]): Promise<void> {
  const { status } = await run('dpkg', ['-s', ...packages]);
  if (status === 0) return;
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runOrFail('apt-get', ['update', '-qq'], { env });
  await runOrFail('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}
