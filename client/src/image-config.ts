import type { ImageFacts } from '#core';

/** What the engine's JSON of an image says; a field of another shape than expected is left out. */
export function readImageFacts(inspected: unknown): ImageFacts {
  const config = property(inspected, 'Config');
  const health = property(property(config, 'Healthcheck'), 'Test');
  const facts: { readonly [Name in keyof ImageFacts]: ImageFacts[Name] | undefined } = {
    user: text(config, 'User') ?? (typeof config === 'object' && config !== null ? '' : undefined),
    workingDir: text(config, 'WorkingDir'),
    env: variables(property(config, 'Env')),
    repoTags: texts(property(inspected, 'RepoTags')),
    repoDigests: texts(property(inspected, 'RepoDigests')),
    hasHealthcheck: Array.isArray(health) && health.length > 0 && health[0] !== 'NONE',
    size: number(inspected, 'Size'),
    created: text(inspected, 'Created'),
    platform: readPlatform(inspected),
    entrypoint: texts(property(config, 'Entrypoint')),
    cmd: texts(property(config, 'Cmd')),
    exposedPorts: names(property(config, 'ExposedPorts')),
    volumes: names(property(config, 'Volumes')),
    labels: labels(property(config, 'Labels')),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

function readPlatform(inspected: unknown): string | undefined {
  const parts = [text(inspected, 'Os'), text(inspected, 'Architecture'), text(inspected, 'Variant')];
  const known = parts.filter((part) => part !== undefined && part !== '');
  return known.length < 2 ? undefined : known.join('/');
}

function variables(env: unknown): ImageFacts['env'] {
  if (!Array.isArray(env)) return undefined;
  const pairs = env.flatMap((line: unknown): [string, string][] => {
    if (typeof line !== 'string' || !line.includes('=')) return [];
    const equals = line.indexOf('=');
    return [[line.slice(0, equals), line.slice(equals + 1)]];
  });
  return Object.fromEntries(pairs);
}

function labels(value: unknown): ImageFacts['labels'] {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, label]: [string, unknown]) =>
      typeof label === 'string' ? [[name, label]] : [],
    ),
  );
}

/** The engine writes sets as objects with empty values, and nothing at all as null. */
function names(value: unknown): readonly string[] | undefined {
  return typeof value === 'object' && value !== null ? Object.keys(value) : undefined;
}

function texts(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item: unknown) => typeof item === 'string') : undefined;
}

function text(value: unknown, name: string): string | undefined {
  const found = property(value, name);
  return typeof found === 'string' ? found : undefined;
}

function number(value: unknown, name: string): number | undefined {
  const found = property(value, name);
  return typeof found === 'number' ? found : undefined;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
