import { CodeActionKind, TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver/node';
import type { ClientAbilities } from './client-abilities.ts';

/** What the server offers this editor. Who can ask for diagnostics is not sent any. */
export function serverCapabilities({ pullsDiagnostics, preparesRenames }: ClientAbilities): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(pullsDiagnostics
      ? {
          diagnosticProvider: { identifier: 'drydock', interFileDependencies: false, workspaceDiagnostics: false },
        }
      : {}),
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    completionProvider: { triggerCharacters: ' -=$:{,/[#'.split('') },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: ' -=,:@[/'.split('') },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: preparesRenames ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    selectionRangeProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    foldingRangeProvider: true,
    documentLinkProvider: {},
  };
}

export const fixAllKind = `${CodeActionKind.SourceFixAll}.drydock`;
