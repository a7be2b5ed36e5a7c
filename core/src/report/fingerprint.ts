import type { Finding } from '../lint/index.ts';
import { createLineIndex } from '../text/index.ts';

/**
 * Tells one finding from another across commits: made of its rule, its file and the line it stands on, never of its
 * message or line number, so that translations, better words and lines added above change nothing.
 */
export function createFingerprinter(path: string, text: string): (finding: Finding) => string {
  const seen = new Map<string, number>();
  const lines = createLineIndex(text);
  return ({ rule, span }) => {
    const start = lines.lineStart(lines.positionAt(span.start).line);
    const line = /^\uFEFF?([^\r\n]*)/.exec(text.slice(start, start + 2000))?.[1] ?? '';
    const basis = [rule, path, line.trim().replace(/\s+/g, ' ')].join('\n');
    const count = seen.get(basis) ?? 0;
    seen.set(basis, count + 1);
    return hash(`${basis}\n${count}`);
  };
}

/** FNV-1a over UTF-16 units with two seeds: 64 bits in hexadecimal. */
function hash(text: string): string {
  return [0x811c9dc5, 0x01000193].map((seed) => hash32(text, seed)).join('');
}

function hash32(text: string, seed: number): string {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
