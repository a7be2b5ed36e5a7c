import type { Span } from '../text/index.ts';
import { referencedSection, type Reference } from './compose-references.ts';
import type { EntryAt } from './find-entry.ts';

export interface ComposeName {
  readonly section: Reference['section'];
  readonly name: string;
  readonly span: Span;
}

/** The name at an offset, where it means something of the same file: `db` in `depends_on`, `data` in `data:/var/lib`. */
export function findComposeName(text: string, at: EntryAt, offset: number): ComposeName | undefined {
  const reference = referencedSection(at.path);
  if (!reference) return undefined;
  const written = text.slice(at.span.start, at.span.end);
  const quote = /^["']/.test(written) ? 1 : 0;
  const prefix = reference.prefix ?? '';
  if (!written.startsWith(prefix, quote)) return undefined;
  const start = at.span.start + quote + prefix.length;
  // What follows the name: a mount point, an alias of a link, a mode, or the closing quote.
  const name = /^[\w.-]*/.exec(text.slice(start, at.span.end))?.[0] ?? '';
  const span = { start, end: start + name.length };
  const isInName = span.start <= offset && offset <= span.end;
  return name === '' || !isInName ? undefined : { section: reference.section, name, span };
}
