import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, withLock } from './cache.ts';
import { findAptObstacle, installPackages } from './debian.ts';
import { findCommand, run, runOrFail } from './run.ts';

/** The npm package that carries a VS Code server and workbench; 4.100.3 is VS Code 1.100.3 and runs on Node 20. */
const hostPackage = { name: 'code-server', version: '4.100.3' };

const addons = [
  '@vscode/spdlog/build/Release/spdlog',
  'node-pty/build/Release/pty',
  'native-watchdog/build/Release/watchdog',
];

/** Path of the hosted VS Code's server program, installed into the cache on first use; or why it cannot be had. */
export async function ensureVscodeHost(): Promise<{ program: string } | { obstacle: string }> {
  const folder = await cacheFolder(`vscode-${hostPackage.version}`);
  const vscode = join(folder, 'node_modules', hostPackage.name, 'lib', 'vscode');
  const program = join(vscode, 'out', 'server-main.js');
  const isComplete = () =>
    existsSync(program) && addons.every((addon) => existsSync(join(vscode, 'node_modules', `${addon}.node`)));
  if (isComplete()) return { program };
  return withLock(folder, async () => {
    if (isComplete()) return { program };
    const obstacle = await ensureCompiler();
    if (obstacle) return { obstacle };
    console.log('Installing a hosted VS Code (once on this machine, about a minute) …');
    await installHost(folder, vscode);
    const missing = addons.filter((addon) => !existsSync(join(vscode, 'node_modules', `${addon}.node`)));
    return missing.length > 0
      ? { obstacle: `these native parts could not be built: ${missing.join(', ')}` }
      : { program };
  });
}

async function ensureCompiler(): Promise<string | undefined> {
  if (findCommand('g++') && findCommand('make') && findCommand('python3')) return undefined;
  const obstacle = findAptObstacle();
  if (obstacle) return `its native parts need g++, make and python3, and ${obstacle}`;
  await installPackages(['g++', 'make', 'python3']);
  return undefined;
}

async function installHost(folder: string, vscode: string): Promise<void> {
  if (!existsSync(join(folder, 'package.json'))) await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  // The package's own install step downloads a ripgrep and rebuilds more than is needed.
  const npm = (args: string[], cwd: string) => runOrFail('npm', [...args, '--no-audit', '--no-fund'], { cwd });
  await npm(['install', '--ignore-scripts', `${hostPackage.name}@${hostPackage.version}`], folder);
  await npm(['install', '--omit=dev', '--ignore-scripts'], vscode);
  // node-pty's last step, a compile database for its authors, fails after the addon is built: the files decide.
  await run('npm', ['rebuild', '--ignore-scripts=false', '@vscode/spdlog', 'node-pty', 'native-watchdog'], {
    cwd: vscode,
  });
  if (!existsSync(join(vscode, 'node_modules.asar'))) await symlink('node_modules', join(vscode, 'node_modules.asar'));
  await linkRipgrep(vscode);
}

/** Search and file globs of the workbench use ripgrep; Debian's serves when it is there. */
async function linkRipgrep(vscode: string): Promise<void> {
  if (!findCommand('rg') && findAptObstacle() === undefined) await installPackages(['ripgrep']);
  const ripgrep = findCommand('rg');
  const folder = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  if (!ripgrep || existsSync(join(folder, 'rg'))) return;
  await mkdir(folder, { recursive: true });
  await symlink(ripgrep, join(folder, 'rg'));
}
