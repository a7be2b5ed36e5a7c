import { buildStageCommand, type InitializationOptions } from '#core';
import {
  MarkupKind,
  ResourceOperationKind,
  type ClientCapabilities,
  type WorkspaceEditClientCapabilities,
} from 'vscode-languageserver/node';

/** What the editor at the other end can do, as far as it changes our answers. */
export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesCodeLenses: boolean;
  /** Our own client can open a terminal in which a stage is built. */
  readonly buildsStages: boolean;
  readonly answersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly registersConfiguration: boolean;
  readonly tellsFolders: boolean;
  readonly takesVersionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly takesSnippets: boolean;
  readonly takesSnippetEdits: boolean;
  readonly takesHierarchicalSymbols: boolean;
  readonly takesMarkdown: boolean;
  readonly takesLinkedDefinitions: boolean;
  readonly preparesRenames: boolean;
  /** It can be told that no parameter is the active one. */
  readonly takesNoActiveParameter: boolean;
  /** How many folds of a file it takes. */
  readonly foldingLimit: number;
}

export function readAbilities(client: ClientCapabilities, { commands }: InitializationOptions): ClientAbilities {
  const { workspace, textDocument } = client;
  return {
    buildsStages: Array.isArray(commands) && commands.includes(buildStageCommand),
    ...readWorkspace(workspace),
    ...readRefreshes(workspace),
    ...readTextDocument(textDocument),
    ...readNavigation(textDocument),
  };
}

function readWorkspace(workspace: ClientCapabilities['workspace']) {
  return {
    answersConfiguration: workspace?.configuration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    ...readEdits(workspace?.workspaceEdit),
  };
}

function readEdits(edits: WorkspaceEditClientCapabilities | undefined) {
  return {
    takesVersionedEdits: edits?.documentChanges === true,
    takesSnippetEdits: edits?.snippetEditSupport === true,
    createsFiles: edits?.resourceOperations?.includes(ResourceOperationKind.Create) === true,
  };
}

function readRefreshes(workspace: ClientCapabilities['workspace']) {
  return {
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
  };
}

function readTextDocument(textDocument: ClientCapabilities['textDocument']) {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    takesHierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    takesMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) !== false,
    takesLinkedDefinitions: textDocument?.definition?.linkSupport === true,
  };
}

function readNavigation(textDocument: ClientCapabilities['textDocument']) {
  return {
    foldingLimit: textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY,
    takesNoActiveParameter: textDocument?.signatureHelp?.signatureInformation?.noActiveParameterSupport === true,
    preparesRenames: textDocument?.rename?.prepareSupport === true,
  };
}
