/** True for what EXPOSE takes: `80`, `80/udp`, `8000-8010`; with an address or a host port too, though they have no effect. */
export function isPort(text: string): boolean {
  const slash = text.indexOf('/');
  const protocol = slash < 0 ? 'tcp' : text.slice(slash + 1).toLowerCase();
  const place = slash < 0 ? text : text.slice(0, slash);
  if (!/^(?:tcp|udp|sctp|)$/.test(protocol) || place === '') return false;
  const parts = splitPlace(place);
  const container = parseRange(parts.at(-1) ?? '');
  if (!container || parts.length > 3) return false;
  const host = parts.at(-2);
  return host === undefined || host === '' || parseRange(host) !== undefined;
}

/** Address, host port and container port; an IPv6 address stands in brackets. */
function splitPlace(place: string): string[] {
  const [, address, rest] = /^\[([^\]]*)\]:(.*)$/.exec(place) ?? [];
  return address === undefined ? place.split(':') : [address, ...(rest ?? '').split(':')];
}

function parseRange(text: string): { first: number; last: number } | undefined {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  if (from === undefined) return undefined;
  const [first, last] = [Number(from), Number(to ?? from)];
  return first <= last && last <= 65_535 ? { first, last } : undefined;
}
