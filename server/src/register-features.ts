import type { Context } from './context.ts';
import { createGuard } from './guard.ts';
import { pullDiagnostics } from './handlers/diagnostics.ts';
import { registerEditing } from './register-editing.ts';

/** One line per request: its name, what is answered when it crashes, and its handler. */
export function registerFeatures(context: Context): void {
  const { connection } = context;
  const guard = createGuard(context.log);
  // Diagnostics come first; what an editor asks for at a cursor is loaded with the first such question.
  const features = () => import('./features.ts');
  const nothing = { kind: 'full' as const, items: [] };
  connection.languages.diagnostics.on(guard('diagnostic', nothing, (params) => pullDiagnostics(context, params)));
  connection.onCodeAction(
    guard('codeAction', [], async (params) => (await features()).proposeActions(context, params)),
  );
  connection.onCompletion(guard('completion', [], async (params) => (await features()).complete(context, params)));
  connection.onHover(guard('hover', null, async (params) => (await features()).hover(context, params)));
  connection.onDefinition(guard('definition', null, async (params) => (await features()).define(context, params)));
  connection.onSignatureHelp(
    guard('signatureHelp', null, async (params) => (await features()).helpSignature(context, params)),
  );
  connection.onReferences(guard('references', null, async (params) => (await features()).refer(context, params)));
  connection.onDocumentHighlight(
    guard('documentHighlight', null, async (params) => (await features()).highlight(context, params)),
  );
  connection.onPrepareRename(
    guard('prepareRename', null, async (params) => (await features()).prepareToRename(context, params)),
  );
  connection.onRenameRequest(guard('rename', null, async (params) => (await features()).rename(context, params)));
  connection.onDocumentSymbol(
    guard('documentSymbol', [], async (params) => (await features()).outline(context, params)),
  );
  connection.onWorkspaceSymbol(
    guard('workspaceSymbol', [], async (params, token) => (await features()).findInWorkspace(context, params, token)),
  );
  connection.onSelectionRanges(
    guard('selectionRange', null, async (params) => (await features()).growSelection(context, params)),
  );
  connection.onFoldingRanges(guard('foldingRange', [], async (params) => (await features()).fold(context, params)));
  connection.onDocumentLinks(guard('documentLink', [], async (params) => (await features()).link(context, params)));
  registerEditing(context);
}
