import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, withLock } from './cache.ts';
import { findAptObstacle, installPackages } from './debian.ts';
import { runOrFail } from './run.ts';

export type EngineRelease = 'current' | 'oldest';

/** Folders of an unpacked engine: nothing of it is installed. */
export interface EngineTools {
  readonly bin: string;
  readonly sbin: string;
  /** A folder for DOCKER_CONFIG with the command's plugins, where the release has any. */
  readonly config: string;
}

interface Release {
  readonly folder: string;
  readonly suite: string;
  readonly packages: readonly string[];
}

/** The current engine comes from Debian's unstable suite; the oldest that we support is the one of Debian 12. */
const releases: Readonly<Record<EngineRelease, Release>> = {
  current: {
    folder: 'engine-28',
    suite: 'sid',
    packages: ['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose', 'containerd'],
  },
  oldest: { folder: 'engine-20', suite: 'bookworm', packages: ['docker.io', 'containerd'] },
};

/** What an engine needs from the machine itself. The unstable suite's runc wants a newer C library, so it is not taken. */
const machinePackages = ['runc', 'iproute2', 'iptables', 'busybox-static', 'libdevmapper1.02.1'];

/** Gets an engine ready to be started: once per machine, and by one process at a time. */
export async function ensureEngineTools(release: EngineRelease): Promise<EngineTools | { obstacle: string }> {
  const obstacle = findAptObstacle();
  if (obstacle) return { obstacle: `no engine can be unpacked here: ${obstacle}` };
  const { folder, suite, packages } = releases[release];
  const cache = await cacheFolder(folder);
  const root = join(cache, 'root');
  try {
    await withLock(cache, async () => {
      // Another process may have prepared the cache on a machine whose own packages are missing, so both are looked at.
      await installPackages(machinePackages);
      if (!existsSync(join(root, 'usr/sbin/dockerd'))) await unpack(cache, suite, packages);
    });
  } catch (error) {
    return { obstacle: `the engine's packages could not be had: ${firstLine(error)}` };
  }
  return { bin: join(root, 'usr/bin'), sbin: join(root, 'usr/sbin'), config: join(cache, 'config') };
}

async function unpack(cache: string, suite: string, packages: readonly string[]): Promise<void> {
  console.log(`Unpacking ${packages.join(', ')} of Debian ${suite} …`);
  const work = join(cache, 'unpacking');
  await rm(work, { recursive: true, force: true });
  await mkdir(join(work, 'lists/partial'), { recursive: true });
  await mkdir(join(work, 'parts'), { recursive: true });
  await mkdir(join(work, 'debs'), { recursive: true });
  await writeFile(join(work, 'parts/suite.sources'), await debianSource(suite));
  const options = [
    `-oDir::Etc::SourceParts=${join(work, 'parts')}`,
    '-oDir::Etc::SourceList=/dev/null',
    `-oDir::State::Lists=${join(work, 'lists')}`,
    '-oAPT::Sandbox::User=root',
  ];
  const debs = join(work, 'debs');
  await runOrFail('apt-get', [...options, 'update', '-qq'], { timeout: 300_000 });
  await runOrFail('apt-get', [...options, 'download', '-qq', ...packages], { cwd: debs, timeout: 600_000 });
  for (const deb of await readdir(debs)) await runOrFail('dpkg', ['-x', join(debs, deb), join(work, 'root')]);
  await linkPlugins(cache);
  // Last and at once: a half unpacked engine is never taken for a whole one.
  await rm(join(cache, 'root'), { recursive: true, force: true });
  await rename(join(work, 'root'), join(cache, 'root'));
  await rm(work, { recursive: true, force: true });
}

async function linkPlugins(cache: string): Promise<void> {
  const links = join(cache, 'config/cli-plugins');
  await rm(links, { recursive: true, force: true });
  await mkdir(links, { recursive: true });
  const folder = 'root/usr/libexec/docker/cli-plugins';
  const plugins = await readdir(join(cache, 'unpacking', folder)).catch(() => []);
  for (const plugin of plugins) await symlink(join(cache, folder, plugin), join(links, plugin));
}

/** The machine's own source of Debian with another suite: the same place, the same key. */
async function debianSource(suite: string): Promise<string> {
  for (const file of ['/etc/apt/sources.list.d/debian.sources', '/etc/apt/sources.list']) {
    if (!existsSync(file)) continue;
    const source = withSuite(await readFile(file, 'utf8'), suite);
    if (source !== undefined) return source;
  }
  throw new Error('this machine has no apt source of Debian');
}

/** The first plain entry of either form that apt knows, as a stanza; entries of security updates have no such suite. */
export function withSuite(text: string, suite: string): string | undefined {
  const stanza = text
    .split(/\n\s*\n/)
    .find((part) => /^Types:.*\bdeb\b/m.test(part) && /^Suites:\s*[a-z]+(\s|$)/m.test(part) && !/security/.test(part));
  if (stanza !== undefined) {
    return `${stanza.replace(/^Suites:.*$/m, `Suites: ${suite}`).replace(/^Components:.*$/m, 'Components: main')}\n`;
  }
  const line = /^deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+[a-z]+\s+.*\bmain\b/m.exec(text);
  if (line === null || /security/.test(line[0])) return undefined;
  const key = /signed-by=(\S+)/.exec(line[1] ?? '')?.[1] ?? '/usr/share/keyrings/debian-archive-keyring.gpg';
  return `Types: deb\nURIs: ${line[2]}\nSuites: ${suite}\nComponents: main\nSigned-By: ${key}\n`;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 3).join(' ');
}
