import { readMount, type Instruction } from '../../dockerfile/index.ts';

/** The fields of each `--mount` by their keys: `type=cache,target=/root/.cache` */
export function readMounts({ flags }: Instruction): readonly ReadonlyMap<string, string>[] {
  return flags.flatMap(({ name, value = '' }) => {
    const fields = name === 'mount' ? readMount(value) : undefined;
    return fields ? [new Map(fields.map((field): [string, string] => [field.key, field.value ?? '']))] : [];
  });
}

/** The folders that a RUN gets from a cache or from memory: what is written there stays out of the image. */
export function findScratchFolders(run: Instruction): readonly string[] {
  return readMounts(run).flatMap((mount) => {
    const target = mount.get('target') ?? mount.get('dst') ?? mount.get('destination');
    return target && /^(?:cache|tmpfs)$/i.test(mount.get('type') ?? '') ? [target] : [];
  });
}

/** True when what is written into `folder` stays out of the image. */
export function hasScratchMount(run: Instruction, folder: string): boolean {
  return findScratchFolders(run).some((target) => `${folder}/`.startsWith(`${target.replace(/\/+$/, '')}/`));
}

/** True when a folder that matches lies on a cache or in memory, and so in no layer. */
export function keepsOutOfLayer(run: Instruction, folder: RegExp): boolean {
  return findScratchFolders(run).some((target) => folder.test(target));
}

/** True when a RUN is given secrets that stay out of its layer. */
export function hasSecretMount(run: Instruction): boolean {
  return readMounts(run).some((mount) => mount.get('type') === 'secret');
}
