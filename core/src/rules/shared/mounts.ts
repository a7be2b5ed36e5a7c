import { readMount, type Instruction } from '../../dockerfile/index.ts';

/** The folders that a RUN gets from a cache or from memory: what is written there stays out of the image. */
export function findScratchFolders({ flags }: Instruction): readonly string[] {
  return flags.flatMap(({ name, value = '' }) => {
    const fields = name === 'mount' ? readMount(value) : undefined;
    if (!fields?.some(({ key, value: type }) => key === 'type' && /^(?:cache|tmpfs)$/i.test(type ?? ''))) return [];
    const target = fields.find(({ key }) => key === 'target' || key === 'dst' || key === 'destination')?.value;
    return target ? [target] : [];
  });
}

/** True when what is written into `folder` stays out of the image. */
export function hasScratchMount(run: Instruction, folder: string): boolean {
  return findScratchFolders(run).some((target) => `${folder}/`.startsWith(`${target.replace(/\/+$/, '')}/`));
}
