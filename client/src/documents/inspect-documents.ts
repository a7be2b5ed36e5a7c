import * as vscode from 'vscode';
import { EngineError } from '#engine';
import { explain } from '../commands/report.ts';
import type { Tools } from '../commands/tools.ts';
import { inspectScheme, readInspectUri } from './inspect-uri.ts';
import { maskSecrets } from './mask-secrets.ts';

/** Serves `drydock-inspect:` documents: read-only JSON of one object, followed while it is seen. */
export function registerInspectDocuments(tools: Tools): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(inspectScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri, token) => render(tools, uri, token),
  });
  const listener = tools.engine.onDidChange(() => {
    const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri);
    for (const uri of shown) if (uri.scheme === inspectScheme) changed.fire(uri);
  });
  return vscode.Disposable.from(changed, provider, listener);
}

async function render(tools: Tools, uri: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
  const place = readInspectUri(uri);
  if (!place) return vscode.l10n.t('There is no such object.');
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  try {
    const json = await tools.engine.use((engine) => engine.inspect(place.kind, place.id, { signal: abort.signal }));
    return `${JSON.stringify(maskSecrets(json), null, 2)}\n`;
  } catch (error) {
    if (error instanceof EngineError) return `${explain(tools, error)}\n`;
    throw error;
  }
}
