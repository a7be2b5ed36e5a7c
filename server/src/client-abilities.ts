import { MarkupKind, type ClientCapabilities } from 'vscode-languageserver/node';

/** What the editor at the other end can do, as far as it changes our answers. */
export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly answersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly registersConfiguration: boolean;
  readonly tellsFolders: boolean;
  readonly takesVersionedEdits: boolean;
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

export function readAbilities(client: ClientCapabilities): ClientAbilities {
  const { workspace, textDocument } = client;
  return { ...readWorkspace(workspace), ...readTextDocument(textDocument), ...readNavigation(textDocument) };
}

function readWorkspace(workspace: ClientCapabilities['workspace']) {
  return {
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    tellsFolders: workspace?.workspaceFolders === true,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    takesSnippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
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
