import { asObject, count, type Json, objects, text } from './fields.ts';
import type { Filters } from './lists.ts';
import { compare } from './negotiate.ts';
import { path } from './paths.ts';
import type { CallOptions, EngineVersion } from './model.ts';
import type { Wire } from './wire.ts';

/** For a size the engine walks the disk. Who waits for a list of what will go can wait this long, and not longer. */
const sizeDeadline = 10_000;

export type Sizes = ReadonlyMap<string, number>;

/** Bytes that each container wrote, by id. Empty when the engine takes too long: a size is nice to have. */
export function containerSizes(wire: Wire, filters: Filters, options?: CallOptions): Promise<Sizes> {
  return orNothing(options, async () => {
    const query = { all: true, size: true, filters };
    const answer = await wire.json(get(path('containers', 'json'), query, options));
    return sizesIn(objects({ answer }, 'answer'), 'Id', (record) => count(record, 'SizeRw'));
  });
}

/** Bytes in each volume, by name. Engines before API 1.42 measure everything they have at once, so they are not asked. */
export async function volumeSizes(wire: Wire, version: EngineVersion, options?: CallOptions): Promise<Sizes> {
  if (compare(version.apiVersion, '1.42') < 0) return new Map();
  return orNothing(options, async () => {
    const answer = asObject(await wire.json(get(path('system', 'df'), { type: 'volume' }, options)));
    const volumes = objects(answer ?? {}, 'Volumes');
    return sizesIn(volumes, 'Name', (record) => count(asObject(record['UsageData']) ?? {}, 'Size'));
  });
}

function get(address: string, query: Json, options: CallOptions | undefined) {
  return { method: 'GET', path: address, query, options, deadline: sizeDeadline } as const;
}

function sizesIn(records: readonly Json[], key: string, sizeOf: (record: Json) => number | null): Sizes {
  const sizes = new Map<string, number>();
  for (const record of records) {
    const size = sizeOf(record);
    if (size !== null) sizes.set(text(record, key), size);
  }
  return sizes;
}

async function orNothing(options: CallOptions | undefined, measure: () => Promise<Sizes>): Promise<Sizes> {
  try {
    return await measure();
  } catch (error) {
    if (options?.signal?.aborted === true) throw error;
    return new Map();
  }
}
