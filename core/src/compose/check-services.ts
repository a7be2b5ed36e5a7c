import { message, type Message, type Problem, type Span } from '../text/index.ts';
import { checkPorts } from './check-ports.ts';
import { isBehindProfile } from './check-references.ts';
import type { ComposeNode, ComposeService, MapEntry } from './model.ts';
import { findEntry, listItems, textOfNode } from './read.ts';
import { splitShortVolume } from './interpolation.ts';
import { clip } from './suggest.ts';

type Report = (problem: Problem) => void;

/** What Compose demands of a service beyond the types of its keys. */
export function checkService(service: ComposeService, report: Report): void {
  if (service.node.kind !== 'map') return;
  checkPorts(service, report);
  checkVolumes(service, report);
  checkDevices(service, report);
  checkHealthcheck(service, report);
  checkConflicts(service, report);
  checkLimits(service, report);
  checkHosts(service, report);
  checkWatch(service, report);
}

/** Only in a file that stands alone: in an override the image may come from the file below it. */
export function checkImage(service: ComposeService, report: Report): void {
  const { node } = service;
  if (node.kind !== 'map' || isBehindProfile(service)) return;
  if (['build', 'extends', 'provider'].some((key) => service.find(key))) return;
  const image = service.find('image');
  if (image && (image.value.kind !== 'scalar' || image.value.value !== '')) return;
  const said = message('`{service}` has neither an `image` nor a `build`, so there is nothing to run.', {
    service: service.name,
  });
  report(problemAt('service-without-image', said, service.nameSpan));
}

function checkVolumes(service: ComposeService, report: Report): void {
  for (const item of listItems(service.find('volumes')?.value)) {
    if (item.kind === 'map') checkMount(item, report);
    if (item.kind !== 'scalar' || item.text === null) continue;
    const said = judgeShortVolume(item.text);
    if (said) report(problemAt('invalid-volume', said, item.span));
  }
}

function judgeShortVolume(text: string): Message | undefined {
  if (text === '') return message('An empty text mounts nothing.');
  const parts = splitShortVolume(text);
  if (parts.length === 1) return undefined;
  if (parts.some((part) => part === '')) return message('One side of a colon is empty: write `source:target`.');
  return parts.length > 3 ? message('Too many colons: write `source:target:options`.') : undefined;
}

function checkMount(item: ComposeNode, report: Report): void {
  const type = textOfNode(findEntry(item, 'type')?.value);
  if (!findEntry(item, 'target')) report(problemAt('missing-key', sayMissing('target'), startOf(item)));
  if (type === 'bind' && !findEntry(item, 'source'))
    report(problemAt('missing-key', sayMissing('source'), startOf(item)));
}

function sayMissing(key: string): Message {
  return message('`{key}` is missing here; Compose requires it.', { key });
}

function startOf(node: ComposeNode): Span {
  return node.kind === 'map' && node.origin === null ? (node.entries[0]?.keySpan ?? node.span) : node.span;
}

function checkDevices(service: ComposeService, report: Report): void {
  for (const item of listItems(service.find('devices')?.value)) {
    if (item.kind !== 'map' || findEntry(item, 'target')) continue;
    report(problemAt('missing-key', sayMissing('target'), startOf(item)));
  }
}

function checkHealthcheck(service: ComposeService, report: Report): void {
  const test = findEntry(service.find('healthcheck')?.value, 'test')?.value;
  const first = test?.kind === 'seq' ? test.items[0] : undefined;
  const text = textOfNode(first);
  if (!first || text === undefined || ['CMD', 'CMD-SHELL', 'NONE'].includes(text)) return;
  const said = message('A `test` that is a list begins with `CMD`, `CMD-SHELL` or `NONE`.');
  report(problemAt('invalid-value', said, first.span));
}

function checkConflicts(service: ComposeService, report: Report): void {
  const mode = service.find('network_mode');
  const networks = service.find('networks');
  if (mode && networks && hasMembers(networks.value)) {
    report(problemAt('conflicting-keys', sayExclusive('network_mode', 'networks'), mode.keySpan));
  }
  const build = service.find('build')?.value;
  const inline = findEntry(build, 'dockerfile_inline');
  if (inline && findEntry(build, 'dockerfile')) {
    report(problemAt('conflicting-keys', sayExclusive('dockerfile', 'dockerfile_inline'), inline.keySpan));
  }
  checkScale(service, report);
}

function hasMembers(node: ComposeNode): boolean {
  return (node.kind === 'seq' && node.items.length > 0) || (node.kind === 'map' && node.entries.length > 0);
}

function sayExclusive(one: string, other: string): Message {
  return message('`{one}` and `{other}` exclude each other.', { one, other });
}

function checkScale(service: ComposeService, report: Report): void {
  const scale = service.find('scale');
  const replicas = findEntry(service.find('deploy')?.value, 'replicas');
  const [ofScale, ofReplicas] = [numberOf(scale), numberOf(replicas)];
  if (scale && ofScale !== undefined && ofReplicas !== undefined && ofScale !== ofReplicas) {
    const said = message('`scale` and `deploy.replicas` give different numbers.');
    report(problemAt('conflicting-keys', said, scale.keySpan));
  }
  const many = [scale, replicas].find((entry) => (numberOf(entry) ?? 1) > 1);
  const name = service.find('container_name');
  if (many && name) {
    const said = message('Several containers cannot all have the name that `container_name` sets.');
    report(problemAt('conflicting-keys', said, name.keySpan));
  }
}

const limits = [
  ['cpus', 'cpus'],
  ['mem_limit', 'memory'],
  ['pids_limit', 'pids'],
] as const;

/** One limit may be written in two places, but only with one value. */
function checkLimits(service: ComposeService, report: Report): void {
  const inside = findEntry(findEntry(service.find('deploy')?.value, 'resources')?.value, 'limits')?.value;
  for (const [short, long] of limits) {
    const entry = service.find(short);
    const one = readSize(textOfNode(entry?.value));
    const other = readSize(textOfNode(findEntry(inside, long)?.value));
    if (!entry || one === undefined || other === undefined || one === other) continue;
    const said = message('`{short}` and `deploy.resources.limits.{long}` give different values.', { short, long });
    report(problemAt('conflicting-keys', said, entry.keySpan));
  }
}

function readSize(text: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?) ?([kmgtp]?)i?b?$/i.exec(text ?? '');
  if (!match) return undefined;
  const power = ['', 'k', 'm', 'g', 't', 'p'].indexOf((match[2] ?? '').toLowerCase());
  return Number(match[1]) * 1024 ** power;
}

function checkHosts(service: ComposeService, report: Report): void {
  const hosts = service.find('extra_hosts')?.value;
  if (hosts?.kind !== 'seq') return;
  for (const item of hosts.items) {
    const text = textOfNode(item);
    if (text === undefined || /[:=]/.test(text)) continue;
    const said = message('Write the address behind the name: `{name}=203.0.113.7`.', { name: clip(text) });
    report(problemAt('invalid-value', said, item.span));
  }
}

function numberOf(entry: MapEntry | undefined): number | undefined {
  const text = textOfNode(entry?.value);
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

function checkWatch(service: ComposeService, report: Report): void {
  for (const rule of listItems(findEntry(service.find('develop')?.value, 'watch')?.value)) {
    const action = findEntry(rule, 'action');
    const text = textOfNode(action?.value);
    if (!action || text === undefined || !text.startsWith('sync') || findEntry(rule, 'target')) continue;
    const said = message('`{action}` needs a `target`: the place in the container to copy to.', { action: clip(text) });
    report(problemAt('missing-key', said, action.span));
  }
}

function problemAt(code: string, said: Message, span: Span): Problem {
  return { code, kind: 'validity', message: said, span };
}
