/** A path as a URI reference: relative ones stay relative, absolute ones become `file:` URIs. */
export function toUri(path: string): string {
  const forward = path.replaceAll('\\', '/');
  const encoded = forward.split('/').map(encodeSegment).join('/');
  if (/^[A-Za-z]:\//.test(forward)) return `file:///${forward.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`;
  return forward.startsWith('/') ? `file://${encoded}` : encoded;
}

/** Half a surrogate pair can stand in a file name, but not in a URI. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
