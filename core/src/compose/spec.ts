import type { Message } from '../text/index.ts';
import { specMaps } from './spec.data.ts';
import type { Shape, SpecKey } from './spec-shapes.ts';

/** What the Compose Specification says of one place in a file. */
export interface Spec {
  /** What the key at this place is for; null for the top level and for keys that the user names. */
  readonly description: Message | null;
  /** The forms a value may take here. */
  readonly shapes: readonly Shape[];
  /** The keys a mapping may have here, in the order of the specification; empty when the user names them. */
  readonly keys: readonly SpecKey[];
  /** True when `x-…` keys are allowed beside `keys`. */
  readonly extensible: boolean;
  /** Values worth offering here: those allowed, or the usual ones. */
  readonly values: readonly string[];
}

const top: Shape = { kind: 'known', map: 'file' };

/**
 * What the specification says of a path such as `['services', 'web', 'build']`, or undefined for one it does not know.
 * An item of a list, and a name of the user's, may be any text (`*` for one).
 */
export function findSpec(path: readonly string[]): Spec | undefined {
  let shapes: readonly Shape[] = [top];
  let key: SpecKey | undefined;
  for (const part of path) {
    key = keysOf(shapes).find((candidate) => candidate.name === part);
    shapes = key ? key.shapes : shapes.flatMap(insideOf);
    if (shapes.length === 0) return undefined;
  }
  return {
    description: key?.description ?? null,
    shapes,
    keys: keysOf(shapes),
    extensible: mapsOf(shapes).some((map) => map.extensible),
    values: valuesOf(shapes, key),
  };
}

/** The keys that mappings of these forms may have. */
export function keysOf(shapes: readonly Shape[]): readonly SpecKey[] {
  return mapsOf(shapes).flatMap((map) => map.keys);
}

/** The words for a key's types as a reader knows them: `text`, `list`, `mapping`, … */
export function typeNames(shapes: readonly Shape[]): string[] {
  const names = shapes.flatMap((shape) => {
    if (shape.kind === 'scalar') return shape.types.map((type) => (type === 'integer' ? 'number' : type));
    return [shape.kind === 'list' ? 'list' : 'mapping'];
  });
  return [...new Set(names)];
}

function mapsOf(shapes: readonly Shape[]) {
  return shapes.flatMap((shape) => (shape.kind === 'known' ? (specMaps[shape.map] ?? []) : []));
}

function insideOf(shape: Shape): readonly Shape[] {
  if (shape.kind === 'named') return shape.values;
  return shape.kind === 'list' ? shape.items : [];
}

function valuesOf(shapes: readonly Shape[], key: SpecKey | undefined): readonly string[] {
  const found = new Set<string>();
  for (const shape of shapes) {
    const inner = shape.kind === 'list' ? shape.items : [shape];
    for (const one of inner) {
      if (one.kind !== 'scalar') continue;
      for (const value of one.values ?? []) found.add(value);
      if (one.types.includes('boolean')) for (const value of ['true', 'false']) found.add(value);
    }
  }
  for (const value of key?.suggestions ?? []) found.add(value);
  return [...found];
}
