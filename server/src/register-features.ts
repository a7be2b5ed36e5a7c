import type { Context } from './context.ts';
import { createGuard } from './guard.ts';
import { proposeActions } from './handlers/code-action.ts';
import { complete } from './handlers/completion.ts';
import { define } from './handlers/definition.ts';
import { pullDiagnostics } from './handlers/diagnostics.ts';
import { hover } from './handlers/hover.ts';
import { fold, link, outline } from './handlers/outline.ts';

/** One line per request: its name, what is answered when it crashes, and its handler. */
export function registerFeatures(context: Context): void {
  const { connection } = context;
  const guard = createGuard(context.log);
  const nothing = { kind: 'full' as const, items: [] };
  connection.languages.diagnostics.on(guard('diagnostic', nothing, (params) => pullDiagnostics(context, params)));
  connection.onCodeAction(guard('codeAction', [], (params) => proposeActions(context, params)));
  connection.onCompletion(guard('completion', [], (params) => complete(context, params)));
  connection.onHover(guard('hover', null, (params) => hover(context, params)));
  connection.onDefinition(guard('definition', null, (params) => define(context, params)));
  connection.onDocumentSymbol(guard('documentSymbol', [], (params) => outline(context, params)));
  connection.onFoldingRanges(guard('foldingRange', [], (params) => fold(context, params)));
  connection.onDocumentLinks(guard('documentLink', [], (params) => link(context, params)));
}
