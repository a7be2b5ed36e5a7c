import { tokenTypes } from '#core';
import { CodeActionKind, TextDocumentSyncKind, type ServerCapabilities } from 'vscode-languageserver/node';
import type { ClientAbilities } from './client-abilities.ts';

/** What the server offers this editor. Who can ask for diagnostics is not sent any. */
export function serverCapabilities(abilities: ClientAbilities): ServerCapabilities {
  const { pullsDiagnostics, buildsStages, preparesRenames } = abilities;
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(pullsDiagnostics
      ? {
          diagnosticProvider: { identifier: 'drydock', interFileDependencies: false, workspaceDiagnostics: false },
        }
      : {}),
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind] },
    completionProvider: { triggerCharacters: ' -=$:{,/[#@%'.split('') },
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
    inlayHintProvider: true,
    ...(buildsStages ? { codeLensProvider: {} } : {}),
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: ['declaration'] },
      full: { delta: true },
      range: true,
    },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  };
}

export const fixAllKind = `${CodeActionKind.SourceFixAll}.drydock`;
