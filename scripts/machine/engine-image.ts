import { copyFile, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, runOrFail } from './run.ts';

/** The only image of our engines, since there may be no registry: Debian's static busybox with all of its programs. */
const image = 'busybox:local';

/** Makes sure that the engine of this environment has the image; true when it had to be made. */
export async function makeBaseImage(env: NodeJS.ProcessEnv): Promise<boolean> {
  const known = await run('docker', ['image', 'inspect', image], { env });
  if (known.status === 0) return false;
  const stage = await mkdtemp(join(tmpdir(), 'dd-image-'));
  try {
    for (const folder of ['root/bin', 'root/tmp', 'root/etc', 'root/root']) {
      await mkdir(join(stage, folder), { recursive: true });
    }
    await copyFile('/bin/busybox', join(stage, 'root/bin/busybox'));
    const applets = (await runOrFail('/bin/busybox', ['--list'])).split('\n').filter((name) => name !== '');
    for (const applet of applets) {
      if (applet !== 'busybox') await symlink('busybox', join(stage, 'root/bin', applet));
    }
    const archive = join(stage, 'image.tar');
    await runOrFail('tar', ['-C', join(stage, 'root'), '-cf', archive, '.']);
    const changes = ['--change', 'ENV PATH=/sbin:/bin', '--change', 'CMD ["sh"]'];
    await runOrFail('docker', ['import', ...changes, archive, image], { env, timeout: 120_000 });
    return true;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

export async function removeBaseImage(env: NodeJS.ProcessEnv): Promise<void> {
  await run('docker', ['rmi', image], { env });
}
