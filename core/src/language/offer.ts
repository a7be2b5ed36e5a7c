import type { Message, Span } from '../text/index.ts';
import type { ValueHelp } from './dockerfile-syntax.data.ts';
import type { Completion, CompletionKind, RichText } from './model.ts';

/** The parts of a completion that differ from "insert the label as it is". */
export interface Offer {
  readonly detail?: Message | null;
  readonly documentation?: RichText;
  readonly insert?: string;
  readonly snippet?: boolean;
}

export function offer(label: string, kind: CompletionKind, span: Span, more: Offer = {}): Completion {
  const { detail = null, documentation = [], insert = label, snippet = false } = more;
  return { label, kind, detail, documentation, span, insert, snippet };
}

/** Offers values in their order, each once. */
export function offerValues(values: Iterable<ValueHelp>, span: Span): Completion[] {
  const unique = new Map<string, Message | null>();
  for (const { value, summary } of values) if (!unique.has(value)) unique.set(value, summary);
  return [...unique].map(([value, detail]) => offer(value, 'value', span, { detail }));
}

/** The span of a word, or its part before the first separator that stands behind the cursor. */
export function endBefore(text: string, { start, end }: Span, offset: number, separators: RegExp): Span {
  const rest = text.slice(offset, Math.max(offset, end));
  const length = rest.search(separators);
  return { start, end: offset + (length < 0 ? rest.length : length) };
}

/** The piece of a word behind the last of some separators, as the span a completion replaces. */
export function lastPiece(word: Span, typed: string, separators: RegExp): { typed: string; span: Span } {
  const piece = typed.split(separators).at(-1) ?? '';
  const start = word.start + typed.length - piece.length;
  return { typed: piece, span: { start, end: start + piece.length } };
}
