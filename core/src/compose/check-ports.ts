import { message, type Message, type Problem } from '../text/index.ts';
import type { ComposeService, ScalarNode } from './model.ts';
import { findEntry, listItems, textOfNode } from './read.ts';
import { clip } from './suggest.ts';

/** Judges `ports` as the engine's own port parser does; a port that depends on an unknown variable is left alone. */
export function checkPorts(service: ComposeService, report: (problem: Problem) => void): void {
  const problem = (node: { span: Problem['span'] }, said: Message): void => {
    report({ code: 'invalid-port', kind: 'validity', message: said, span: node.span });
  };
  for (const item of listItems(service.find('ports')?.value)) {
    if (item.kind === 'scalar') {
      const said = judgeShort(item);
      if (said) problem(item, said);
    } else if (item.kind === 'map') {
      const target = findEntry(item, 'target');
      if (!target)
        problem(item, message('This port does not say which port of the container it publishes: `target` is missing.'));
      const address = findEntry(item, 'host_ip')?.value;
      const text = textOfNode(address);
      if (address && text && !isAddress(text))
        problem(address, message('`{text}` is no IP address.', { text: clip(text) }));
    }
  }
}

function judgeShort(node: ScalarNode): Message | undefined {
  if (node.text === null || typeof node.value === 'boolean') return undefined;
  const text = typeof node.value === 'number' ? String(node.value) : node.text;
  const { body, protocol } = splitProtocol(text);
  if (!/^(tcp|udp|sctp)?$/i.test(protocol)) {
    return message('`{protocol}` is no protocol: write `tcp`, `udp` or `sctp`.', { protocol: clip(protocol) });
  }
  const parts = body.split(':');
  const target = parts.pop() ?? '';
  const published = parts.pop() ?? '';
  const address = parts.join(':');
  if (address !== '' && !isAddress(address)) return message('`{text}` is no IP address.', { text: clip(address) });
  return target === '' ? message('The port of the container is missing.') : judgeNumbers(target, published);
}

function judgeNumbers(target: string, published: string): Message | undefined {
  const inside = readRange(target);
  const outside = published === '' ? null : readRange(published);
  if (!inside || outside === undefined) {
    const port = clip(inside ? published : target);
    return message('`{port}` is no port: write a number up to 65535, or two with a dash between.', { port });
  }
  if (inside.first === 0) return message('The port of the container cannot be 0.');
  if (outside && outside.count !== inside.count && inside.count !== 1) {
    return message('`{published}` and `{target}` are ranges of different lengths.', { published, target });
  }
  return undefined;
}

function splitProtocol(text: string): { readonly body: string; readonly protocol: string } {
  const slash = text.indexOf('/');
  return slash < 0 ? { body: text, protocol: '' } : { body: text.slice(0, slash), protocol: text.slice(slash + 1) };
}

function readRange(text: string): { readonly first: number; readonly count: number } | undefined {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  return first <= last && last <= 65535 ? { first, count: last - first + 1 } : undefined;
}

function isAddress(text: string): boolean {
  const bare = /^\[(.*)\]$/.exec(text)?.[1];
  if (bare !== undefined) return /^[\da-f:.]*:[\da-f:.]*(%\w+)?$/i.test(bare);
  const numbers = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1);
  if (numbers) return numbers.every((number) => Number(number) <= 255 && String(Number(number)) === number);
  return false;
}
