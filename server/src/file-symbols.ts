import {
  createLineIndex,
  findLanguage,
  findWorkspaceSymbols,
  parseDocument,
  type LineIndex,
  type SourceDocument,
  type WorkspaceSymbol,
} from '#core';
import type { Range } from 'vscode-languageserver/node';
import { toRange } from './convert.ts';

/** A symbol whose place is known without its file. */
export interface FileSymbol extends WorkspaceSymbol {
  readonly range: Range;
}

/** What a file on disk offers to the whole workspace. */
export function readFileSymbols(path: string, text: string): readonly FileSymbol[] | undefined {
  const language = findLanguage(path);
  return language && locateSymbols(parseDocument(language, path, text), createLineIndex(text));
}

export function locateSymbols(document: SourceDocument, lines: LineIndex): readonly FileSymbol[] {
  return findWorkspaceSymbols(document).map((symbol) => ({ ...symbol, range: toRange(lines, symbol.span) }));
}
