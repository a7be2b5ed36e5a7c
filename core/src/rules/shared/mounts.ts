import type { Instruction } from '../../dockerfile/index.ts';

/** The fields of one `--mount`: `type=cache,target=/root/.cache` */
export function readMounts({ flags }: Instruction): readonly ReadonlyMap<string, string>[] {
  return flags.flatMap(({ name, value = '' }) => {
    if (name !== 'mount') return [];
    const fields = value.split(',').map((field): [string, string] => {
      const [key = '', ...rest] = field.split('=');
      return [key.trim().toLowerCase(), rest.join('=')];
    });
    return [new Map(fields)];
  });
}

/** True when a folder that matches lies on a cache or in memory, and so in no layer. */
export function keepsOutOfLayer(run: Instruction, folder: RegExp): boolean {
  return readMounts(run).some((mount) => {
    const target = mount.get('target') ?? mount.get('dst') ?? mount.get('destination') ?? '';
    return /^(cache|tmpfs)$/.test(mount.get('type') ?? '') && folder.test(target);
  });
}

/** True when a RUN is given secrets that stay out of its layer. */
export function hasSecretMount(run: Instruction): boolean {
  return readMounts(run).some((mount) => mount.get('type') === 'secret');
}
