import { findLanguage, imageFactsNotification, settingsSection } from '#core';
import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver/node';
import { pathOf } from './address.ts';
import { watchedNames } from './config-files.ts';
import type { Context } from './context.ts';
import { runInBackground } from './guard.ts';
import { createPusher } from './push-diagnostics.ts';
import { workspaceGlob } from './workspace-files.ts';

/** Keeps diagnostics current when a text, a setting, a configuration file, the engine's images or shellcheck's answers change. */
export function watchChanges(context: Context, learn: (imageFacts: unknown) => void): { judgeAgain(): void } {
  const { connection, documents, abilities, linter, configFiles, contexts, settings, workspaceFiles } = context;
  const pusher = abilities.pullsDiagnostics ? undefined : createPusher(connection, documents, context);
  const judgeAgain = (): void => {
    linter.forget();
    for (const uri of documents.uris()) pusher?.schedule(uri);
    if (pusher || !abilities.refreshesDiagnostics) return;
    runInBackground(context.log, 'diagnostic refresh', () => connection.languages.diagnostics.refresh());
  };
  const readConfigAgain = (): void => {
    configFiles.forget();
    contexts.forget();
    judgeAgain();
  };
  const judgeSoon = postpone(judgeAgain);
  documents.onDidChange((uri) => {
    pusher?.schedule(uri);
    // Open Dockerfiles are judged by what it excludes.
    if (findLanguage(pathOf(uri)) === 'dockerignore') judgeSoon();
  });
  documents.onDidClose((uri) => pusher?.clear(uri));
  // Without a watcher, saving is the moment at which a configuration may have changed.
  if (!abilities.registersWatchers) documents.onDidSave(readConfigAgain);
  connection.onDidChangeWatchedFiles(({ changes }) => {
    workspaceFiles.note(changes);
    if (changes.some(({ uri }) => judgesOthers(uri))) readConfigAgain();
  });
  const showAgain = (): void => {
    if (abilities.refreshesInlayHints) {
      runInBackground(context.log, 'inlay hint refresh', () => connection.languages.inlayHint.refresh());
    }
    if (abilities.refreshesCodeLenses) {
      runInBackground(context.log, 'code lens refresh', () => connection.sendRequest(CodeLensRefreshRequest.type));
    }
  };
  connection.onDidChangeConfiguration((change) => {
    settings.change(change?.settings);
    judgeAgain();
    showAgain();
  });
  connection.onNotification(imageFactsNotification, (...params: unknown[]) => {
    // An array as the only parameter arrives as one argument or spread out, depending on the sender's library.
    learn(params.length === 1 && Array.isArray(params[0]) ? params[0] : params);
    judgeAgain();
    showAgain();
  });
  context.shellcheck.onAnswers(judgeAgain);
  connection.onInitialized(() => {
    if (abilities.tellsFolders) followFolders(context);
    runInBackground(context.log, 'registration', () => registerWatchers(context));
  });
  return { judgeAgain };
}

/** A Dockerfile or a Compose file that changes on disk judges no other file; what it excludes or configures does. */
function judgesOthers(uri: string): boolean {
  const language = findLanguage(pathOf(uri));
  return language === undefined || language === 'dockerignore';
}

function followFolders({ connection, workspaceFiles, log }: Context): void {
  connection.workspace.onDidChangeWorkspaceFolders(() =>
    runInBackground(log, 'workspace folders', async () => {
      const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
      workspaceFiles.setFolders(folders.map(({ uri }) => uri));
    }),
  );
}

/** Milliseconds that typing has to pause before other files are judged by it. */
const pause = 300;

function postpone(work: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, pause);
  };
}

async function registerWatchers({ connection, abilities }: Context): Promise<void> {
  if (abilities.registersConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
  }
  if (abilities.registersWatchers) {
    const names = `**/{${[...watchedNames, '*.dockerignore'].join(',')}}`;
    const watchers = [names, workspaceGlob].map((globPattern) => ({ globPattern }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
