import type { SourceDocument } from '../project/index.ts';
import { createLineIndex, type Span } from '../text/index.ts';
import { findRulesByName } from './names.ts';
import { findScope } from './pragma-scope.ts';
import { readPragmas, type Pragma, type PragmaName } from './pragma.ts';
import type { Rule } from './rule.ts';

export interface SuppressOptions {
  /** Every rule there is, so that names can be told from typing errors. */
  readonly rules: readonly Rule[];
  /** Ids of the rules that looked at this file. */
  readonly active: ReadonlySet<string>;
  /** `YYYY-MM-DD`; a comment's `until` day still counts. */
  readonly today: string;
}

/** A comment with the place it speaks for, the rules each name means, and what it was good for. */
export interface BoundPragma {
  readonly pragma: Pragma;
  readonly scope: Span | undefined;
  /** Rule ids by name; one nameless entry when it silences all that its tool knows. */
  readonly targets: readonly { readonly name: PragmaName | null; readonly ids: ReadonlySet<string> }[];
  readonly expired: boolean;
}

/** Every comment of a document that silences something, our own first. */
export function bindPragmas(document: SourceDocument, { rules, today }: SuppressOptions): BoundPragma[] {
  const { text } = document;
  const lines = createLineIndex(text);
  const pragmas = readDocumentPragmas(document);
  // Our own come first: a peer's comment must not make one of ours look unused.
  const ordered = [...pragmas.filter(({ by }) => by === 'drydock'), ...pragmas.filter(({ by }) => by !== 'drydock')];
  return ordered.map((pragma) => ({
    pragma,
    scope: findScope(document, lines, pragma.scope, pragma.span),
    targets: findTargets(pragma, rules),
    expired: pragma.until !== null && isDate(pragma.until) && pragma.until < today,
  }));
}

function readDocumentPragmas(document: SourceDocument): Pragma[] {
  const { text, model } = document;
  const directives = document.language === 'dockerfile' ? document.model.directives : [];
  const check = directives.filter(({ name }) => name.toLowerCase() === 'check');
  const starts = new Set(check.map(({ span }) => span.start));
  const read = ({ span }: { readonly span: Span }) => readPragmas(text.slice(span.start, span.end), span.start);
  return [
    // At the top of a file `# check=skip=…` is a directive and speaks for all of it.
    ...check.flatMap(read).map((pragma) => ({ ...pragma, scope: 'file' as const })),
    ...model.comments.filter(({ span }) => !starts.has(span.start)).flatMap(read),
  ];
}

function findTargets({ names, speaks }: Pragma, rules: readonly Rule[]): BoundPragma['targets'] {
  if (names === null) {
    const all = rules.filter(({ refs }) => speaks.some((peer) => (refs[peer] ?? []).length > 0));
    return [{ name: null, ids: new Set(all.map(({ id }) => id)) }];
  }
  return names.map((name) => {
    const found = speaks.length === 0 ? findRulesByName(rules, name.text) : [];
    const spoken = speaks.flatMap((peer) => findRulesByName(rules, name.text, peer));
    return { name, ids: new Set([...found, ...spoken].map(({ id }) => id)) };
  });
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
