import type { Flag, Instruction } from '../../dockerfile/index.ts';

/** A `--mount` of RUN by its keys; without `type` it is a bind mount. */
export interface RunMount {
  readonly type: string;
  readonly flag: Flag;
  readonly get: (...keys: readonly string[]) => string | undefined;
}

export function readRunMounts({ flags }: Instruction): readonly RunMount[] {
  return flags.flatMap((flag): RunMount[] => {
    if (flag.name !== 'mount' || !flag.value) return [];
    const values = new Map<string, string>();
    for (const part of flag.value.split(',')) {
      const [key = '', ...rest] = part.split('=');
      values.set(key.trim().toLowerCase(), rest.join('='));
    }
    const get = (...keys: readonly string[]): string | undefined =>
      keys.map((key) => values.get(key)).find((value) => value !== undefined);
    return [{ type: get('type')?.toLowerCase() ?? 'bind', flag, get }];
  });
}

/** A secret as a step sees it. */
export interface MountedSecret {
  readonly id: string;
  /** Undefined when it is given as a variable only. */
  readonly path: string | undefined;
  readonly variable: string | undefined;
}

export function findMountedSecrets(run: Instruction): readonly MountedSecret[] {
  return readRunMounts(run).flatMap(({ type, get }): MountedSecret[] => {
    if (type !== 'secret') return [];
    const target = get('target', 'dst', 'destination');
    const id = get('id') ?? get('source', 'src') ?? target?.split('/').at(-1) ?? '';
    const variable = get('env');
    const path = target ?? (variable === undefined ? `/run/secrets/${id}` : undefined);
    return [{ id, path, variable }];
  });
}
