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
  const { uri, lines, source } = document;
  return findLinks(source).flatMap(({ span, url, kind }) => {
    const target = kind === 'page' ? url : resolveBeside(uri, url);
    return target === undefined ? [] : [{ range: toRange(lines, span), target }];
  });
}

/** The address of a file beside a document; a document that was never saved has nothing beside it. */
function resolveBeside(uri: string, path: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(uri) ? new URL(path, uri).href : undefined;
}
