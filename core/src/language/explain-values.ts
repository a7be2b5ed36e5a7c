import { parseDuration } from '../dockerfile/index.ts';
import { message, type Message } from '../text/index.ts';
import { mountTypes, stopSignals } from './dockerfile-syntax.data.ts';
import { portServices, protocols, signalNumbers, valueSummaries } from './dockerfile-values.data.ts';

/** What the value of a flag, of a mount's key or of a directive means; null when there is nothing to explain. */
export function explainValue(name: string, value: string): Message | null {
  const known = valueSummaries.get(`${name}=${value}`);
  if (known) return known;
  switch (name) {
    case 'type':
      return mountTypes.find(({ type }) => type === value.toLowerCase())?.summary ?? null;
    case 'chmod':
    case 'mode':
      return explainMode(value);
    case 'interval':
    case 'timeout':
    case 'start-period':
    case 'start-interval':
      return explainDuration(value);
    default:
      return null;
  }
}

/** `0755` as `rwxr-xr-x`; null for modes in symbols, which read by themselves. */
export function explainMode(text: string): Message | null {
  if (!/^[0-7]{1,5}$/.test(text)) return null;
  const mode = Number.parseInt(text, 8);
  if (mode > 0o7777) return null;
  const special = [0o4000, 0o2000, 0o1000].map((bit) => (mode & bit) !== 0);
  const letters = [0o100, 0o10, 0o1].map((unit, index) => {
    const last = { plain: mode & unit ? 'x' : '-', special: (index === 2 ? 't' : 's') as string };
    const final = special[index] ? (last.plain === 'x' ? last.special : last.special.toUpperCase()) : last.plain;
    return `${mode & (unit * 4) ? 'r' : '-'}${mode & (unit * 2) ? 'w' : '-'}${final}`;
  });
  const [owner = '', group = '', others = ''] = letters;
  return message('`{mode}`: the owner {owner}, the group {group}, others {others}', {
    mode: letters.join(''),
    owner,
    group,
    others,
  });
}

/** `1m30s` in seconds, where that is not what stands there. */
export function explainDuration(text: string): Message | null {
  const nanoseconds = parseDuration(text);
  if (nanoseconds === undefined || nanoseconds < 0 || /^\d+s$/.test(text)) return null;
  return asIs(`${nanoseconds / 1e9} s`);
}

/** The signal by its name, and what programs make of it. */
export function explainSignal(text: string): { readonly name: string; readonly summary: Message | null } | undefined {
  const upper = text.toUpperCase();
  const name = signalNumbers.get(upper) ?? (upper.startsWith('SIG') ? upper : `SIG${upper}`);
  const known = stopSignals.find(({ value }) => value === name);
  return known && { name, summary: known.summary };
}

export interface PortMeaning {
  readonly protocol: string;
  /** Services that commonly listen there; null when none is known. */
  readonly service: string | null;
}

/** What `8080`, `53/udp` or `8000-8010` stands for. */
export function explainPort(text: string): PortMeaning | undefined {
  const [, port = '', protocol = 'tcp'] = /^(\d+(?:-\d+)?)(?:\/([A-Za-z]+))?$/.exec(text) ?? [];
  const known = protocols.some(({ value }) => value === protocol.toLowerCase());
  return port === '' || !known
    ? undefined
    : { protocol: protocol.toLowerCase(), service: portServices.get(port) ?? null };
}

/** A name that is the same in every language, as a sentence. */
export function asIs(text: string): Message {
  return { template: '{text}', args: { text } };
}
