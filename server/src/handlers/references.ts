import { findHighlights, findReferences } from '#core';
import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { toRange } from '../convert.ts';
import { namesOf } from '../names.ts';

export function refer(
  { documents, names }: Context,
  { textDocument, position, context: asked }: ReferenceParams,
): Location[] | null {
  const document = documents.find(textDocument.uri);
  if (!document) return null;
  const { uri, lines } = document;
  const declarations = asked.includeDeclaration;
  const found = findReferences(namesOf({ names }, document), lines.offsetAt(position), { declarations });
  return found?.map((span) => ({ uri, range: toRange(lines, span) })) ?? null;
}

export function highlight(
  { documents, names }: Context,
  { textDocument, position }: DocumentHighlightParams,
): DocumentHighlight[] | null {
  const document = documents.find(textDocument.uri);
  if (!document) return null;
  const { lines } = document;
  const found = findHighlights(namesOf({ names }, document), lines.offsetAt(position));
  return found.map(({ span, kind }) => ({
    range: toRange(lines, span),
    kind: kind === 'write' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
