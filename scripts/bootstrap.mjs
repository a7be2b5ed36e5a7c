// The one script that runs before anything is installed, so it is plain JavaScript without dependencies: it checks
// Node, installs the packages of the lockfile when they are missing or stale, and hands over to a TypeScript script.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [script, ...args] = process.argv.slice(2);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Drydock needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

if (!isInstalled()) {
  console.log('Installing the packages of package-lock.json (npm ci) …');
  // The caller's settings may omit development packages; here they are the whole toolbox.
  const flags = ['--include=dev', '--no-audit', '--no-fund'];
  // A registry that lacks packages of other platforms makes `npm ci` refuse; `npm install` then takes what this one needs.
  if (run('npm', ['ci', ...flags]) !== 0 && run('npm', ['install', '--no-save', ...flags]) !== 0) {
    console.error('The packages could not be installed. Check the network and the registry that npm is set up with.');
    process.exit(1);
  }
}
process.exit(run(process.execPath, ['--import', 'tsx', join('scripts', script), ...args]));

/** npm writes what it installed beside the packages: when that equals the lockfile, nothing is missing. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    return path === '' || optional === true || found[path]?.version === version;
  });
}

function run(command, commandArgs) {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, commandArgs, { cwd: root, stdio: 'inherit', shell });
  if (error) console.error(`${command} could not be started: ${error.message}`);
  return status ?? 1;
}
