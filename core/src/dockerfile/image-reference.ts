import type { ImageReference } from './model.ts';

const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const host =
  /^(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/;
/** Digits of the digests that the engine knows. */
const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/** `registry/repository:tag@digest` in parts, or null when it is no reference that the engine accepts. */
export function parseImageReference(text: string): ImageReference | null {
  const at = text.indexOf('@');
  const digest = at < 0 ? null : text.slice(at + 1);
  if (digest !== null && !isDigest(digest)) return null;
  const named = at < 0 ? text : text.slice(0, at);
  const colon = named.lastIndexOf(':');
  const hasTag = colon > named.lastIndexOf('/');
  const tag = hasTag ? named.slice(colon + 1) : null;
  if (tag !== null && !tagPattern.test(tag)) return null;
  const name = splitName(hasTag ? named.slice(0, colon) : named);
  return name && { ...name, tag, digest };
}

function splitName(name: string): { registry: string | null; repository: string } | null {
  // Sixty-four hexadecimal digits would be taken for an image id.
  if (name === '' || name.length > 255 || /^[a-f0-9]{64}$/.test(name)) return null;
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const isRegistry = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase();
  const repository = isRegistry ? name.slice(slash + 1) : name;
  if (isRegistry && !host.test(first)) return null;
  if (!repository.split('/').every((part) => component.test(part))) return null;
  return { registry: isRegistry ? first : null, repository };
}

function isDigest(digest: string): boolean {
  if (!digestPattern.test(digest)) return false;
  const [algorithm = '', digits = ''] = digest.split(':');
  const length = digestLengths[algorithm];
  return length === undefined || (digits.length === length && /^[a-f0-9]+$/.test(digits));
}
