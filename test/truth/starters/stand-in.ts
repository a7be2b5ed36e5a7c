import { existsSync } from 'node:fs';
import { chmod, cp, copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { run, runOrFail } from '#scripts/machine/run.ts';

/** Removes what was made; nothing when the engine had the true image. */
export type Undo = () => Promise<void>;

const busybox = '/bin/busybox';
const npm = resolve(dirname(process.execPath), '../lib/node_modules/npm');

/** Why no stand-in can be made on this machine, or undefined. */
export function findObstacle(): string | undefined {
  if (process.platform !== 'linux') return 'this machine runs no Linux, so its Node cannot run in a container';
  if (!existsSync(busybox)) return 'busybox is not installed';
  if (!existsSync(join(npm, 'bin/npm-cli.js'))) return 'npm does not lie beside this Node';
  return undefined;
}

/**
 * An image under the official name, made of this machine's own Node with its libraries, npm and a shell: there may be no
 * registry to fetch the true one from. A true one that is there is used as it is.
 */
export async function makeNodeImage(name: string): Promise<Undo> {
  const known = await run('docker', ['image', 'inspect', name]);
  if (known.status === 0) return () => Promise.resolve();
  const stage = await mkdtemp(join(tmpdir(), 'drydock-node-'));
  const root = join(stage, 'root');
  try {
    await fill(root);
    const archive = join(stage, 'image.tar');
    await runOrFail('tar', ['-C', root, '--owner=0', '--group=0', '-cf', archive, '.']);
    const changes = ['ENV PATH=/usr/local/bin:/usr/bin:/bin', 'LABEL drydock.test=starters', 'CMD ["node"]'];
    const flags = changes.flatMap((change) => ['--change', change]);
    await runOrFail('docker', ['import', ...flags, archive, name], { timeout: 120_000 });
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
  return async () => void (await run('docker', ['image', 'rm', '--force', name]));
}

async function fill(root: string): Promise<void> {
  for (const folder of ['bin', 'etc', 'home/node', 'root', 'usr/bin', 'usr/local/bin', 'usr/local/lib/node_modules'])
    await mkdir(join(root, folder), { recursive: true });
  await mkdir(join(root, 'tmp'));
  // A tmpfs at /tmp takes the rights that the image gives the folder.
  await chmod(join(root, 'tmp'), 0o1777);
  await copyFile(process.execPath, join(root, 'usr/local/bin/node'));
  await cp(npm, join(root, 'usr/local/lib/node_modules/npm'), { recursive: true });
  await symlink('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm'));
  await copyFile(busybox, join(root, 'bin/busybox'));
  for (const program of ['sh', 'ls', 'cat', 'id', 'env', 'touch']) await symlink('busybox', join(root, 'bin', program));
  await symlink('/bin/busybox', join(root, 'usr/bin/env'));
  await writeFile(join(root, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n');
  await writeFile(join(root, 'etc/group'), 'root:x:0:\nnode:x:1000:\n');
  const libraries = (await runOrFail('ldd', [process.execPath])).matchAll(/(\/\S+\/)([^\s/]+)\s+\(0x/g);
  for (const [, folder = '', file = ''] of libraries) {
    await mkdir(join(root, folder), { recursive: true });
    await copyFile(join(folder, basename(file)), join(root, folder, file));
  }
}
