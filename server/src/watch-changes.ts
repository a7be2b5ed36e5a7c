import { imageFactsNotification, settingsSection } from '#core';
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver/node';
import { watchedNames } from './config-files.ts';
import type { Context } from './context.ts';
import { runInBackground } from './guard.ts';
import { createPusher } from './push-diagnostics.ts';

/** Keeps diagnostics current when a text, a setting, a configuration file, the engine's images or shellcheck's answers change. */
export function watchChanges(context: Context, learn: (imageFacts: unknown) => void): void {
  const { connection, documents, abilities, linter, configFiles, settings } = context;
  const pusher = abilities.pullsDiagnostics ? undefined : createPusher(connection, documents, context);
  const judgeAgain = (): void => {
    linter.forget();
    for (const uri of documents.uris()) pusher?.schedule(uri);
    if (pusher || !abilities.refreshesDiagnostics) return;
    runInBackground(context.log, 'diagnostic refresh', () => connection.languages.diagnostics.refresh());
  };
  const readConfigAgain = (): void => {
    configFiles.forget();
    judgeAgain();
  };
  documents.onDidChange((uri) => pusher?.schedule(uri));
  documents.onDidClose((uri) => pusher?.clear(uri));
  // Without a watcher, saving is the moment at which a configuration may have changed.
  if (!abilities.registersWatchers) documents.onDidSave(readConfigAgain);
  connection.onDidChangeWatchedFiles(readConfigAgain);
  connection.onDidChangeConfiguration((change) => {
    settings.change(change?.settings);
    judgeAgain();
  });
  connection.onNotification(imageFactsNotification, (...params: unknown[]) => {
    // An array as the only parameter arrives as one argument or spread out, depending on the sender's library.
    learn(params.length === 1 && Array.isArray(params[0]) ? params[0] : params);
    judgeAgain();
  });
  context.shellcheck.onAnswers(judgeAgain);
  connection.onInitialized(() => runInBackground(context.log, 'registration', () => registerWatchers(context)));
}

async function registerWatchers({ connection, abilities }: Context): Promise<void> {
  if (abilities.registersConfiguration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
  }
  if (abilities.registersWatchers) {
    const globPattern = `**/{${watchedNames.join(',')}}`;
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] });
  }
}
