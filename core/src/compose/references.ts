import type { Span } from '../text/index.ts';
import { splitShortVolume } from './interpolation.ts';
import type { ComposeNode, ComposeService } from './model.ts';
import { findEntry, listItems, textOfNode } from './read.ts';

export type ReferenceKind = 'service' | 'network' | 'volume' | 'secret' | 'config' | 'model';

/** A name in a service that must be declared elsewhere in the project. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly name: string;
  readonly span: Span;
  /** True when the named service is started before this one, so that two such references may form a circle. */
  readonly ordered: boolean;
}

/** Every name that a service uses, in no particular order; names that hang on an unknown variable are left out. */
export function referencesOf(service: ComposeService): readonly Reference[] {
  return [
    ...keysOrItems(service, 'depends_on', { kind: 'service', ordered: true }),
    ...keysOrItems(service, 'networks', { kind: 'network', ordered: false }),
    ...keysOrItems(service, 'models', { kind: 'model', ordered: false }),
    ...mounted(service.find('secrets')?.value, 'secret'),
    ...mounted(findEntry(service.find('build')?.value, 'secrets')?.value, 'secret'),
    ...mounted(service.find('configs')?.value, 'config'),
    ...volumesOf(service),
    ...servicesBefore(service),
  ];
}

type Role = Pick<Reference, 'kind' | 'ordered'>;

function keysOrItems(service: ComposeService, key: string, role: Role): Reference[] {
  const entry = service.find(key);
  if (entry?.value.kind === 'map') {
    const shared = entry.value.origin === null ? null : entry.value.span;
    return entry.value.entries
      .filter(({ value }) => value.tag !== '!reset')
      .map(({ key: name, keySpan }) => ({ ...role, name, span: shared ?? keySpan }));
  }
  return listItems(entry?.value).flatMap((item) => named(item, role));
}

function named(node: ComposeNode | undefined, role: Role): Reference[] {
  const name = textOfNode(node);
  return node === undefined || name === undefined || name === '' ? [] : [{ ...role, name, span: node.span }];
}

function mounted(node: ComposeNode | undefined, kind: ReferenceKind): Reference[] {
  const role = { kind, ordered: false };
  return listItems(node).flatMap((item) => named(item.kind === 'map' ? findEntry(item, 'source')?.value : item, role));
}

function volumesOf(service: ComposeService): Reference[] {
  const role = { kind: 'volume', ordered: false } as const;
  return listItems(service.find('volumes')?.value).flatMap((item) => {
    if (item.kind === 'map') {
      const isVolume = textOfNode(findEntry(item, 'type')?.value) === 'volume';
      return isVolume ? named(findEntry(item, 'source')?.value, role) : [];
    }
    if (item.kind !== 'scalar' || item.text === null) return [];
    const [name = '', ...others] = splitShortVolume(item.text);
    const isPath = /^([./~\\]|[A-Za-z]:|$)/.test(name);
    return others.length === 0 || isPath ? [] : [{ ...role, name, span: item.span }];
  });
}

/** Services that are named in other ways than `depends_on`, and are started before this one all the same. */
function servicesBefore(service: ComposeService): Reference[] {
  const found: Reference[] = [];
  const add = (node: ComposeNode | undefined, read: (text: string) => string | undefined): void => {
    const name = read(textOfNode(node) ?? '');
    if (node && name) found.push({ kind: 'service', name, span: node.span, ordered: true });
  };
  for (const key of ['network_mode', 'pid', 'ipc', 'uts', 'cgroup']) {
    add(service.find(key)?.value, (text) => /^service:(.+)$/.exec(text)?.[1]);
  }
  for (const item of listItems(service.find('links')?.value)) add(item, (text) => text.split(':', 1)[0]);
  for (const item of listItems(service.find('volumes_from')?.value)) {
    add(item, (text) => (text.startsWith('container:') ? undefined : text.split(':', 1)[0]));
  }
  return found;
}
