import { message } from '#core';
import { EngineError } from './error.ts';
import type { ObjectKind } from './model.ts';

/** Joins fixed parts and user-made names to a path in which no name can change what is addressed. */
export function path(...parts: readonly string[]): string {
  return parts.map((part) => `/${segment(part)}`).join('');
}

const collections: Readonly<Record<ObjectKind, string>> = {
  container: 'containers',
  image: 'images',
  volume: 'volumes',
  network: 'networks',
};

/** The address of one object. */
export function objectPath(kind: ObjectKind, id: string, ...rest: readonly string[]): string {
  return path(collections[kind], id, ...rest);
}

/** Percent-encoding leaves dots alone, and a dotted segment would climb to another address. */
function segment(part: string): string {
  if (part === '' || part === '.' || part === '..') throw noSuch(part);
  try {
    return encodeURIComponent(part);
  } catch {
    // Half a surrogate pair has no encoding, and no engine knows an object of that name.
    throw noSuch(part);
  }
}

function noSuch(part: string): EngineError {
  return new EngineError('not-found', message('No object can have the name {name}.', { name: JSON.stringify(part) }));
}
