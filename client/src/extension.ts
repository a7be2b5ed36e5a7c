import * as vscode from 'vscode';
import { createApi, type DrydockApi } from './api.ts';
import { registerCommands, type Tools } from './commands/index.ts';
import { registerInspectDocuments } from './documents/inspect-documents.ts';
import { EngineService } from './engine-service.ts';
import { feedImageFacts } from './image-facts.ts';
import { createLanguage, languageIds, type Language } from './language-client.ts';
import { createStatusItem } from './status-item.ts';
import { registerViews } from './views/views.ts';
import { registerWizard } from './wizard/index.ts';

/** Wires the rooms of the client together; everything ends with the window. */
export function activate(context: vscode.ExtensionContext): DrydockApi {
  const log = vscode.window.createOutputChannel('Drydock', { log: true });
  const language = createLanguage(context, log);
  const engine = new EngineService(log);
  const views = registerViews(context, engine);
  const tools: Tools = { engine, views, log };
  context.subscriptions.push(
    log,
    language,
    engine,
    createStatusItem(engine),
    registerCommands(tools, language),
    registerInspectDocuments(tools),
    feedImageFacts(engine, language, log),
    watchOpenFiles(engine),
  );
  registerWizard(context, log);
  engine.start();
  startLanguage(language, log);
  return createApi(engine, views, language);
}

/** An open file of ours is a reason to know the engine: its images answer what a base image brings. */
function watchOpenFiles(engine: EngineService): vscode.Disposable {
  const ours: readonly string[] = languageIds;
  const look = (): void => {
    const open = vscode.window.visibleTextEditors.some(({ document }) => ours.includes(document.languageId));
    engine.need('open files', open);
  };
  look();
  return vscode.window.onDidChangeVisibleTextEditors(look);
}

function startLanguage(language: Language, log: vscode.LogOutputChannel): void {
  language.start().catch((error: unknown) => {
    log.error(`the language server does not start: ${String(error)}`);
    const openLog = vscode.l10n.t('Open Log');
    const text = vscode.l10n.t(
      'The Drydock language server does not start. Dockerfiles and Compose files are not checked.',
    );
    void vscode.window.showErrorMessage(text, openLog).then((answer) => (answer === openLog ? log.show() : undefined));
  });
}
