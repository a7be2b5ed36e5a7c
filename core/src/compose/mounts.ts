import type { Span } from '../text/index.ts';
import { fillVariables, splitShortVolume } from './interpolation.ts';
import type { ComposeFile, ComposeNode, ComposeService, MapNode } from './model.ts';
import { booleanOfNode, findEntry, listItems, sectionEntries, textOfNode } from './read.ts';

/** One entry of `volumes`, short or long, or a volume that leads to a host path through its driver options. */
export interface ServiceMount {
  /** The item in the service. */
  readonly node: ComposeNode;
  /** What to underline: the short item, or the `source` of a long one. */
  readonly at: Span;
  readonly type: string;
  /** Host path or volume name; `~` stands for the home folder. Null for an anonymous volume. */
  readonly source: string | null;
  readonly target: string | null;
  readonly readOnly: boolean;
  /** For a host path that a named volume stands for: where its `device` is written. */
  readonly device: Span | null;
}

/** Stands for a variable whose value nobody knows; no path contains it. */
const unknown = '\u0000';

/** The mounts of a service with its volumes followed to the host paths they stand for. */
export function mountsOf(service: ComposeService, file: ComposeFile): readonly ServiceMount[] {
  const mounts = listItems(service.find('volumes')?.value).flatMap((node) => readMount(node) ?? []);
  return mounts.map((mount) => followVolume(mount, file));
}

function readMount(node: ComposeNode): ServiceMount | undefined {
  if (node.kind === 'map') return readLongMount(node);
  if (node.kind !== 'scalar' || node.raw === '') return undefined;
  const parts = splitShortVolume(node.raw).map((part) => fillHome(part));
  const [first = '', second, options = ''] = parts;
  if (second === undefined) return { ...emptyMount(node), target: first };
  const readOnly = options.split(',').includes('ro');
  return { ...emptyMount(node), type: typeOfSource(first), source: first, target: second, readOnly };
}

function emptyMount(node: ComposeNode): ServiceMount {
  return { node, at: node.span, type: 'volume', source: null, target: null, readOnly: false, device: null };
}

function readLongMount(node: MapNode): ServiceMount {
  const source = findEntry(node, 'source');
  const text = (key: string): string | null => textOfNode(findEntry(node, key)?.value) ?? null;
  return {
    ...emptyMount(node),
    at: (source ?? findEntry(node, 'type') ?? node).span,
    type: text('type') ?? 'volume',
    source: rawOf(source?.value),
    target: text('target'),
    readOnly: booleanOfNode(findEntry(node, 'read_only')?.value) ?? false,
  };
}

function rawOf(node: ComposeNode | undefined): string | null {
  return node?.kind === 'scalar' && node.value !== null ? fillHome(node.raw) : null;
}

function typeOfSource(source: string): string {
  if (/^(\\\\|\/\/)\.[\\/]pipe[\\/]/.test(source)) return 'npipe';
  // A variable that hides the beginning may stand for either; with a slash in it a volume's name is ruled out.
  const isPath = /^([./~\\]|[A-Za-z]:[\\/])/.test(source);
  return isPath || (source.startsWith(unknown) && source.includes('/')) ? 'bind' : 'volume';
}

function fillHome(raw: string): string {
  const known = raw.replace(/\$(HOME\b|\{HOME\})/g, '~').replace(/\$(PWD\b|\{PWD\})/g, '.');
  return fillVariables(known, unknown);
}

function followVolume(mount: ServiceMount, file: ComposeFile): ServiceMount {
  if (mount.type !== 'volume' || mount.source === null) return mount;
  const volume = sectionEntries(file.root, 'volumes').find((entry) => entry.key === mount.source)?.value;
  const options = findEntry(volume, 'driver_opts')?.value;
  const device = findEntry(options, 'device');
  const path = device?.value.kind === 'scalar' ? fillHome(device.value.raw) : undefined;
  const isBind = textOfNode(findEntry(options, 'o')?.value)
    ?.split(',')
    .some((option) => /^r?bind$/.test(option));
  const isNone = textOfNode(findEntry(options, 'type')?.value) === 'none';
  if (!device || path === undefined || !(isBind || isNone)) return mount;
  return { ...mount, type: 'bind', source: path, device: device.span };
}
