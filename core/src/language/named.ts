import type { Span } from '../text/index.ts';

export type NameKind = 'stage' | 'arg' | 'env' | 'heredoc';

/** Something that a Dockerfile gives a name to, with every place that means it. */
export interface Named {
  readonly kind: NameKind;
  /** As it was first written; for a stage without a name its number. */
  readonly name: string;
  readonly occurrences: readonly Occurrence[];
}

/** One place that means a named thing. */
export interface Occurrence {
  readonly named: Named;
  /** The name alone. */
  readonly span: Span;
  /** Where a cursor may stand to mean it, such as `${NAME}`. */
  readonly area: Span;
  readonly role: 'declaration' | 'write' | 'read';
  /** `number` is a stage by its index, `keyword` the FROM of a stage without a name, `variable` a name hidden in one. */
  readonly form: 'name' | 'number' | 'keyword' | 'variable';
  /** Of a declaration: all that declares it. */
  readonly whole: Span;
  /** The declaration that holds here, when the file has one; a declaration may point to the one it takes its value from. */
  readonly definition: Occurrence | null;
  /** Index of the stage it stands in; null before the first FROM. */
  readonly stage: number | null;
}

/** Collects the occurrences of one thing while a file is walked. */
export interface NamedBuilder {
  readonly named: Named;
  add(place: NewOccurrence): Occurrence;
}

export interface NewOccurrence {
  readonly span: Span;
  readonly role: Occurrence['role'];
  readonly stage: number | null;
  readonly area?: Span;
  readonly whole?: Span;
  readonly form?: Occurrence['form'];
  readonly definition?: Occurrence | null;
}

export function buildNamed(kind: NameKind, name: string): NamedBuilder {
  const occurrences: Occurrence[] = [];
  const named: Named = { kind, name, occurrences };
  return {
    named,
    add({ span, role, stage, area = span, whole = span, form = 'name', definition = null }) {
      const occurrence: Occurrence = { named, span, area, role, form, whole, definition, stage };
      occurrences.push(occurrence);
      return occurrence;
    },
  };
}
