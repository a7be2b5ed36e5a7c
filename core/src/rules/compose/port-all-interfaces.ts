import {
  findEntry,
  insertEntry,
  portsOf,
  replaceInside,
  textOfNode,
  type ComposeFile,
  type ComposeNode,
  type ComposeService,
  type ServicePort,
} from '../../compose/index.ts';
import { defineRule, type ComposeContext } from '../../lint/index.ts';
import { insert, type TextEdit } from '../../text/index.ts';
import { placeInside } from '../shared/compose-places.ts';
import { sensitivePorts } from '../shared/compose-ports.data.ts';

const messages = {
  open: 'Port {port} is published on every interface of the host, past firewalls such as ufw. Put `127.0.0.1:` before it if only this machine needs it.',
  sensitive:
    'Port {port} ({program}) is published on every interface of the host, past firewalls such as ufw: anyone who reaches the host reaches it.',
  publishedHere: 'It is published here.',
  bind: 'Publish on 127.0.0.1 only',
} as const;
type Context = ComposeContext<typeof messages>;

export default defineRule({
  id: 'compose/port-all-interfaces',
  kind: 'security',
  severity: 'info',
  refs: {
    cis: ['5.14'],
    bench134: ['5.13'],
    kics: ['container_traffic_not_bound_to_host_interface'],
    dclint: ['no-unbound-port-interfaces'],
    'compose-lint': ['CL-0005'],
    docksec: ['compose-port-bound-all-interfaces'],
  },
  title: 'Publish ports on the address that needs them',
  why: 'A port without an address listens on every interface, also those that face the internet, and the engine opens it in front of the rules of ufw and firewalld. Services of one Compose file reach each other without publishing anything.',
  source: 'https://docs.docker.com/engine/network/packet-filtering-firewalls/#docker-and-ufw',
  bad: 'services:\n  db:\n    image: postgres:17\n    ports:\n      - 5432:5432\n',
  good: 'services:\n  db:\n    image: postgres:17\n    ports:\n      - 127.0.0.1:5432:5432\n',
  messages,
  on: { service: check },
});

function check(service: ComposeService, ctx: Context): void {
  const ports = service.find('ports');
  // On the network of the host, of another container, or on none, nothing is published.
  const mode = textOfNode(service.find('network_mode')?.value) ?? '';
  if (!ports || /^(host$|none$|service:|container:)/.test(mode)) return;
  for (const port of portsOf(service)) {
    if (!isOpen(port)) continue;
    const { at, origins } = placeInside(ports, port.at);
    const origin = port.node.origin ? [...origins, port.node.origin] : origins;
    const related = origin.map((span) => ({ at: span, message: 'publishedHere' as const }));
    const edits = ports.value.origin === null ? bindLocally(ctx.file, port) : undefined;
    // Other machines can no longer connect, which may be what the port is for.
    const fix = edits && ({ title: 'bind', edits, safe: false } as const);
    const program = findProgram(port);
    const shown = showPort(port);
    if (program === undefined) ctx.report({ at, message: 'open', data: { port: shown }, related, fix });
    else {
      ctx.report({ at, message: 'sensitive', data: { port: shown, program }, related, fix, severity: 'warning' });
    }
  }
}

function isOpen({ hostIp, published, node }: ServicePort): boolean {
  if (hostIp === undefined) return false;
  if (hostIp) return isEveryAddress(hostIp);
  // `${PORT:-127.0.0.1:80}` holds an address by default.
  const address = /^([\d.]{7,15}|\[[^\]]*\]):/.exec(published ?? '')?.[1];
  if (address !== undefined) return isEveryAddress(address);
  // `${BIND}:80` may hold an address; a variable that is named like one gets the benefit of the doubt.
  const hidden = published === undefined && node.kind === 'scalar';
  return !(
    hidden && /(^|[^a-z])(ip|ipv[46]|addr|address|bind|listen|interface|iface)([^a-z]|$)/i.test(hostPart(node.raw))
  );
}

/** The address of all zeros in any spelling: `0.0.0.0`, `::`, `[::0]`, `::ffff:0.0.0.0`. */
function isEveryAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    bare === '0.0.0.0' || (bare.includes(':') && /^[0:]+$/.test(bare.replace(/ffff:/, '').replace('0.0.0.0', '0')))
  );
}

function hostPart(raw: string): string {
  return raw.slice(0, Math.max(0, raw.lastIndexOf(':')));
}

/** The program that usually listens on the port, when it is one that should not be open to everybody. */
function findProgram({ target, published }: ServicePort): string | undefined {
  const port = target ?? published;
  return port ? sensitivePorts.get(port) : undefined;
}

function showPort({ node, published, target }: ServicePort): string {
  if (node.kind === 'scalar') return node.raw;
  return [published, target].filter((part) => part).join(':');
}

function bindLocally(file: ComposeFile, { node, hostIp, mode, published }: ServicePort): TextEdit[] | undefined {
  if (mode === 'ingress') return undefined;
  if (node.kind === 'map') return bindLong(file, node);
  if (node.kind !== 'scalar') return undefined;
  if (hostIp === null) return prepend(node, published === null ? '127.0.0.1::' : '127.0.0.1:');
  const written = /^(\[[^\]]*\]|0\.0\.0\.0)/.exec(node.raw)?.[0];
  const edit = written === undefined ? undefined : replaceInside(node, 0, `127.0.0.1${node.raw.slice(written.length)}`);
  return edit && [edit];
}

function prepend(node: ComposeNode, address: string): TextEdit[] | undefined {
  const whole = replaceInside(node, 0, '');
  return whole && [insert(whole.span.start, address)];
}

function bindLong(file: ComposeFile, node: ComposeNode): TextEdit[] | undefined {
  const address = findEntry(node, 'host_ip');
  if (address) {
    const edit = address.merged ? undefined : replaceInside(address.value, 0, '127.0.0.1');
    return edit && [edit];
  }
  return insertEntry(file, node, 'host_ip', '127.0.0.1');
}
