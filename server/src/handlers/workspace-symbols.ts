import { matchesQuery } from '#core';
import type { CancellationToken, SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver/node';
import path from 'node:path';
import { pathOf, toUri } from '../address.ts';
import type { Context } from '../context.ts';
import { symbolKinds } from '../convert-language.ts';
import { locateSymbols, readFileSymbols, type FileSymbol } from '../file-symbols.ts';

/** As many as anybody looks through. */
const mostShown = 500;

/** Stages, build arguments, services and the like of all files of the workspace; open ones as they are in the editor. */
export async function findInWorkspace(
  { documents, workspaceFiles }: Context,
  { query }: WorkspaceSymbolParams,
  token: CancellationToken,
): Promise<SymbolInformation[]> {
  const found: SymbolInformation[] = [];
  const open = new Set<string>();
  const add = (uri: string, symbols: readonly FileSymbol[]): void => {
    for (const symbol of symbols) {
      if (found.length < mostShown && matchesQuery(symbol, query)) found.push(toInformation(uri, symbol));
    }
  };
  for (const uri of documents.uris()) {
    const document = documents.find(uri);
    if (!document) continue;
    open.add(pathOf(uri));
    add(uri, locateSymbols(document.source, document.lines));
  }
  for await (const file of workspaceFiles.read(readFileSymbols, token)) {
    if (!open.has(file.path)) add(toUri(file.path), file.value);
    if (found.length >= mostShown) break;
  }
  return found;
}

/** The file's name stands beside the symbol, since many files have a stage `build`. */
function toInformation(uri: string, { name, kind, range }: FileSymbol): SymbolInformation {
  return { name, kind: symbolKinds[kind], location: { uri, range }, containerName: path.basename(pathOf(uri)) };
}
