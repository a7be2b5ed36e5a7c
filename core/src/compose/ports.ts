import type { Span } from '../text/index.ts';
import { interpolate, splitOutsideVariables } from './interpolation.ts';
import type { ComposeNode, ComposeService } from './model.ts';
import { findEntry, listItems, textOfNode } from './read.ts';

/** One entry of `ports`, short or long. A part is null where nothing is written, undefined where a variable hides it. */
export interface ServicePort {
  readonly node: ComposeNode;
  /** What a reader would call the port: the host's if it is written, else the container's. */
  readonly at: Span;
  readonly hostIp: string | null | undefined;
  readonly published: string | null | undefined;
  readonly target: string | null | undefined;
  readonly protocol: string;
  readonly mode: string | null;
}

export function portsOf(service: ComposeService): readonly ServicePort[] {
  return listItems(service.find('ports')?.value).flatMap((node) => readPort(node) ?? []);
}

function readPort(node: ComposeNode): ServicePort | undefined {
  if (node.kind === 'map') return readLongPort(node);
  if (node.kind !== 'scalar' || node.raw === '') return undefined;
  const [body = '', protocol = 'tcp'] = splitProtocol(node.raw);
  const parts = splitOutsideVariables(body, ':').map((part) => part.text);
  const target = parts.pop() ?? '';
  const published = parts.pop();
  const known = (part: string): string | null | undefined => {
    const { text } = interpolate(part);
    return text === null ? undefined : text === '' ? null : text;
  };
  return {
    node,
    at: node.span,
    hostIp: parts.length === 0 ? null : trimBrackets(known(parts.join(':'))),
    published: published === undefined ? null : known(published),
    target: known(target),
    protocol,
    mode: null,
  };
}

function splitProtocol(raw: string): readonly string[] {
  const parts = splitOutsideVariables(raw, '/').map((part) => part.text);
  return parts.length > 1 ? [parts.slice(0, -1).join('/'), parts.at(-1) ?? ''] : [raw];
}

function readLongPort(node: ComposeNode): ServicePort {
  const value = (key: string): string | null | undefined => {
    const entry = findEntry(node, key);
    return entry ? textOfNode(entry.value) : null;
  };
  return {
    node,
    at: (findEntry(node, 'published') ?? findEntry(node, 'target'))?.span ?? node.span,
    hostIp: trimBrackets(value('host_ip')),
    published: value('published'),
    target: value('target'),
    protocol: value('protocol') ?? 'tcp',
    mode: value('mode') ?? null,
  };
}

function trimBrackets(address: string | null | undefined): string | null | undefined {
  return address?.replace(/^\[(.*)\]$/, '$1') ?? address;
}
