import { findSelections } from '#core';
import type { Position, SelectionRange, SelectionRangeParams } from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { toRange } from '../convert.ts';

/** One chain of ranges for each cursor, the smallest outermost in the answer, as LSP wants it. */
export function growSelection(
  { documents }: Context,
  { textDocument, positions }: SelectionRangeParams,
): SelectionRange[] | null {
  const document = documents.find(textDocument.uri);
  if (!document) return null;
  const { source, lines } = document;
  return positions.map((position) => {
    const spans = findSelections(source, lines.offsetAt(position));
    const chain = spans.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: toRange(lines, span), ...(parent ? { parent } : {}) }),
      undefined,
    );
    return chain ?? emptyRange(position);
  });
}

function emptyRange(position: Position): SelectionRange {
  return { range: { start: position, end: position } };
}
