import { span, type Span } from '../../text/index.ts';
import {
  addressPattern,
  optionPattern,
  placeholderPattern,
  privateKeyPattern,
  secretShapes,
  type SecretShape,
} from './secret-shapes.data.ts';

export type FoundSecret =
  | {
      readonly kind: 'token';
      readonly span: Span;
      readonly service: string;
      /** Its first characters. */ readonly shown: string;
    }
  | { readonly kind: 'key' | 'address'; readonly span: Span }
  | { readonly kind: 'option'; readonly span: Span; readonly option: string };

/** Every literal of a text that has the shape of a real credential. Stand-ins and examples are left out. */
export function findSecretValues(text: string): FoundSecret[] {
  const found = secretShapes.flatMap((shape) => findTokens(text, shape));
  if (text.includes('PRIVATE KEY')) found.push(...findKeys(text));
  if (text.includes('://')) found.push(...findAddresses(text));
  if (text.includes(' --')) found.push(...findOptions(text));
  return withoutOverlaps(found);
}

function findTokens(text: string, { hints, pattern, service }: SecretShape): FoundSecret[] {
  if (!hints.some((hint) => text.includes(hint))) return [];
  return [...text.matchAll(pattern)].flatMap((match): FoundSecret[] => {
    const secret = match[1] ?? match[0];
    if (placeholderPattern.test(secret) || entropyOf(secret) < leastEntropy) return [];
    return [{ kind: 'token', span: spanInside(match, secret), service, shown: secret.slice(0, 4) }];
  });
}

function findKeys(text: string): FoundSecret[] {
  return [...text.matchAll(privateKeyPattern)].map(({ 1: header = '', index }) => ({
    kind: 'key',
    span: span(index, index + header.length),
  }));
}

function findAddresses(text: string): FoundSecret[] {
  return [...text.matchAll(addressPattern)].flatMap((match): FoundSecret[] => {
    const [, user = '', password = '', host = ''] = match;
    if (user === password || !looksChosen(password) || harmlessHost.test(host)) return [];
    const start = match.index + '://'.length + user.length + 1;
    return [{ kind: 'address', span: span(start, start + password.length) }];
  });
}

/** Names that are reserved for examples, and a machine's name for itself. */
const harmlessHost = /^(\[?::1|localhost|127\.|0\.0\.0\.0|host\b)|(^|\.)example(\.|$|:)|\.(test|invalid)(:|$)/i;

function findOptions(text: string): FoundSecret[] {
  return [...text.matchAll(optionPattern)].flatMap((match): FoundSecret[] => {
    const [, option = '', , value = ''] = match;
    return looksChosen(value) && !/[/]/.test(value) ? [{ kind: 'option', span: spanInside(match, value), option }] : [];
  });
}

/** A password that somebody made up, and not a word that stands for one: letters and digits, or both cases. */
function looksChosen(password: string): boolean {
  const isMixed =
    (/\d/.test(password) && /[a-z]/i.test(password)) || (/[a-z]/.test(password) && /[A-Z]/.test(password));
  return isMixed && !placeholderPattern.test(password) && entropyOf(password) >= 2;
}

/** The group stands at the end of what matched, or is all of it. */
function spanInside(match: RegExpExecArray, group: string): Span {
  const start = match.index + match[0].lastIndexOf(group);
  return span(start, start + group.length);
}

/** Random characters have more than this; words and repetitions have less. */
const leastEntropy = 2.8;

/** Shannon's entropy in bits per character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / text.length) * Math.log2(count / text.length);
  return entropy;
}

/** What two shapes find at one place is told once, as the first of them. */
function withoutOverlaps(found: readonly FoundSecret[]): FoundSecret[] {
  const kept: FoundSecret[] = [];
  for (const each of [...found].sort((a, b) => a.span.start - b.span.start)) {
    if (each.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(each);
  }
  return kept;
}
