import { findFolds, findLinks, findOutline } from '#core';
import type {
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  SymbolInformation,
  TextDocumentIdentifier,
} from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { toFoldingRanges, toSymbol, toSymbolInformation } from '../convert-language.ts';
import { toRange } from '../convert.ts';

interface OfDocument {
  readonly textDocument: TextDocumentIdentifier;
}

export function outline(
  { documents, abilities }: Context,
  { textDocument }: OfDocument,
): DocumentSymbol[] | SymbolInformation[] {
  const document = documents.find(textDocument.uri);
  if (!document) return [];
  const symbols = findOutline(document.source);
  return abilities.takesHierarchicalSymbols
    ? symbols.map((symbol) => toSymbol(document.lines, symbol))
    : symbols.flatMap((symbol) => toSymbolInformation(document, symbol));
}

export function fold({ documents, abilities }: Context, { textDocument }: OfDocument): FoldingRange[] {
  const document = documents.find(textDocument.uri);
  return document ? toFoldingRanges(document.lines, findFolds(document.source), abilities.foldingLimit) : [];
}

export function link({ documents }: Context, { textDocument }: OfDocument): DocumentLink[] {
  const document = documents.find(textDocument.uri);
  if (!document) return [];
  return findLinks(document.source).map(({ span, url }) => ({ range: toRange(document.lines, span), target: url }));
}
