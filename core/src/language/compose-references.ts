/** A place whose value names something of the same file. */
export interface Reference {
  readonly section: 'services' | 'networks' | 'volumes' | 'secrets' | 'configs' | 'models';
  /** What stands before the name, such as `service:`. */
  readonly prefix?: string;
  /** What usually follows it, such as the `:` of a mount. */
  readonly suffix?: string;
}

/** Paths with `*` for names and items. Where both a list and a mapping are allowed, both are the same path. */
const references: readonly (readonly [path: string, Reference])[] = [
  ['services/*/depends_on/*', { section: 'services' }],
  ['services/*/links/*', { section: 'services' }],
  ['services/*/volumes_from/*', { section: 'services' }],
  ['services/*/extends', { section: 'services' }],
  ['services/*/extends/service', { section: 'services' }],
  ['services/*/network_mode', { section: 'services', prefix: 'service:' }],
  ['services/*/pid', { section: 'services', prefix: 'service:' }],
  ['services/*/ipc', { section: 'services', prefix: 'service:' }],
  ['services/*/networks/*', { section: 'networks' }],
  ['services/*/build/network', { section: 'networks' }],
  ['services/*/volumes/*', { section: 'volumes', suffix: ':' }],
  ['services/*/volumes/*/source', { section: 'volumes' }],
  ['services/*/secrets/*', { section: 'secrets' }],
  ['services/*/secrets/*/source', { section: 'secrets' }],
  ['services/*/build/secrets/*', { section: 'secrets' }],
  ['services/*/build/secrets/*/source', { section: 'secrets' }],
  ['services/*/configs/*', { section: 'configs' }],
  ['services/*/configs/*/source', { section: 'configs' }],
  ['services/*/models/*', { section: 'models' }],
];

/** What a value at this path refers to, or undefined. */
export function referencedSection(path: readonly string[]): Reference | undefined {
  const found = references.find(([pattern]) => {
    const parts = pattern.split('/');
    return parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index]);
  });
  return found?.[1];
}
