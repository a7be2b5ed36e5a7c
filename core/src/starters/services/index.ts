import { postgres } from './postgres.ts';
import { redis } from './redis.ts';
import type { Service } from './service.ts';

/** Every service there is; a new one is one more file beside these. */
export const services: readonly Service[] = [postgres, redis];

export function findService(id: string): Service | undefined {
  return services.find((service) => service.id === id);
}

/** The service that a package of a stack talks to, or which it takes as somebody else's cloud. */
export function serviceOfPackage(
  stack: string,
  name: string,
  kind: 'drivers' | 'cloud' = 'drivers',
): Service | undefined {
  return services.find((service) => service[kind][stack]?.includes(name));
}

export function serviceOfScheme(scheme: string): Service | undefined {
  return services.find(({ schemes }) => schemes.includes(scheme.split('+')[0] ?? ''));
}

/** Those of the names by which some service can be reached, in their order. */
export function knownVariables(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].filter((name) =>
    services.some((each) => each.valueOf(name, { scheme: null }) !== undefined),
  );
}

/**
 * The names in an example of settings, without those that the wizard itself asks the user to set: they would otherwise
 * look like the application's own the next time.
 */
export function namesInExample(text: string): readonly string[] {
  const ours = new Set(services.flatMap(({ secrets }) => Object.keys(secrets)));
  return [...text.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1] ?? '').filter((name) => !ours.has(name));
}
