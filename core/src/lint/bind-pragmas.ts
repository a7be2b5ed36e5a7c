import type { SourceDocument } from '../project/index.ts';
import type { Span } from '../text/index.ts';
import type { Peer } from './finding.ts';
import { findRulesByName } from './names.ts';
import { createScopeFinder } from './pragma-scope.ts';
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
  const pragmas = readDocumentPragmas(document);
  if (pragmas.length === 0) return [];
  const findScope = createScopeFinder(document);
  const lookUp = createLookUp(rules);
  // Our own come first: a peer's comment must not make one of ours look unused.
  const ordered = [...pragmas.filter(({ by }) => by === 'drydock'), ...pragmas.filter(({ by }) => by !== 'drydock')];
  return ordered.map((pragma) => ({
    pragma,
    scope: findScope(pragma.scope, pragma.span),
    targets: findTargets(pragma, lookUp),
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

/** Ids of the rules that a name means to one tool, or to nobody in particular. */
type LookUp = (name: string | null, peer: Peer | undefined) => readonly string[];

/** The same few names stand in many comments, so each is looked up once. */
function createLookUp(rules: readonly Rule[]): LookUp {
  const known = new Map<string, readonly string[]>();
  return (name, peer) => {
    const key = `${peer ?? ''}\n${name ?? ''}`;
    const ids = known.get(key) ?? findIds(rules, name, peer);
    known.set(key, ids);
    return ids;
  };
}

function findIds(rules: readonly Rule[], name: string | null, peer: Peer | undefined): readonly string[] {
  if (name !== null) return findRulesByName(rules, name, peer).map(({ id }) => id);
  return rules.filter(({ refs }) => peer !== undefined && (refs[peer] ?? []).length > 0).map(({ id }) => id);
}

function findTargets({ names, speaks }: Pragma, lookUp: LookUp): BoundPragma['targets'] {
  const tongues = speaks.length === 0 ? [undefined] : speaks;
  return (names ?? [null]).map((name) => ({
    name,
    ids: new Set(tongues.flatMap((peer) => lookUp(name?.text ?? null, peer))),
  }));
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
