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
  readonly answersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly registersConfiguration: boolean;
  readonly takesVersionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly takesSnippets: boolean;
  readonly takesSnippetEdits: boolean;
  readonly takesHierarchicalSymbols: boolean;
  readonly takesMarkdown: boolean;
  readonly takesLinkedDefinitions: boolean;
}

export function readAbilities(client: ClientCapabilities): ClientAbilities {
  return { ...readWorkspace(client.workspace), ...readTextDocument(client.textDocument) };
}

function readWorkspace(workspace: ClientCapabilities['workspace']) {
  return {
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
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

function readTextDocument(textDocument: ClientCapabilities['textDocument']) {
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    takesHierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    takesMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) !== false,
    takesLinkedDefinitions: textDocument?.definition?.linkSupport === true,
  };
}
