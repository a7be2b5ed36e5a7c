import type { ImageFacts } from '#core';

/** What the engine's JSON of an image says; a field of another shape than expected is left out. */
export function readImageFacts(inspected: unknown): ImageFacts {
  const config = property(inspected, 'Config');
  const user = property(config, 'User');
  const workingDir = property(config, 'WorkingDir');
  const env = property(config, 'Env');
  const tags = property(inspected, 'RepoTags');
  const digests = property(inspected, 'RepoDigests');
  const os = property(inspected, 'Os');
  const architecture = property(inspected, 'Architecture');
  const health = property(property(config, 'Healthcheck'), 'Test');
  return {
    ...(typeof user === 'string' ? { user } : typeof config === 'object' && config !== null ? { user: '' } : {}),
    ...(typeof workingDir === 'string' ? { workingDir } : {}),
    ...(Array.isArray(env) ? { env: readVariables(env) } : {}),
    ...(Array.isArray(tags) ? { repoTags: tags.filter(isText) } : {}),
    ...(Array.isArray(digests) ? { repoDigests: digests.filter(isText) } : {}),
    ...(isText(os) && os !== '' ? { os } : {}),
    ...(isText(architecture) && architecture !== '' ? { architecture } : {}),
    hasHealthcheck: Array.isArray(health) && health.length > 0 && health[0] !== 'NONE',
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function readVariables(env: readonly unknown[]): Readonly<Record<string, string>> {
  const pairs = env.flatMap((line): [string, string][] => {
    if (typeof line !== 'string' || !line.includes('=')) return [];
    const equals = line.indexOf('=');
    return [[line.slice(0, equals), line.slice(equals + 1)]];
  });
  return Object.fromEntries(pairs);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
