import { message, type InitializationOptions, type Names } from '#core';
import {
  createConnection,
  MessageType,
  ProposedFeatures,
  ShowMessageNotification,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver/node';
import { serverCapabilities } from './capabilities.ts';
import { readAbilities } from './client-abilities.ts';
import { createConfigReporter } from './config-diagnostics.ts';
import { createConfigFiles } from './config-files.ts';
import type { Context } from './context.ts';
import { createContexts } from './contexts.ts';
import type { FileSymbol } from './file-symbols.ts';
import { listenToDocuments, oncePerVersion, type Documents } from './documents.ts';
import { readKnowledge } from './knowledge.ts';
import { createLinter } from './lint.ts';
import { registerFeatures } from './register-features.ts';
import { createSettings } from './settings.ts';
import { createShellcheckDesk } from './shellcheck.ts';
import { createTranslate } from './translate.ts';
import { watchChanges } from './watch-changes.ts';
import { createWorkspaceFiles } from './workspace-files.ts';

declare const DRYDOCK_VERSION: string;

/** Wires the language server: it speaks over `--stdio`, node's own channel or a socket, as its arguments say. */
function main(): void {
  const connection = createConnection(ProposedFeatures.all);
  const documents = listenToDocuments(connection);
  connection.onInitialize(async (params) => {
    const context = await createContext(connection, documents, params);
    registerFeatures(context);
    return {
      capabilities: serverCapabilities(context.abilities),
      serverInfo: { name: 'drydock', version: DRYDOCK_VERSION },
    };
  });
  connection.listen();
}

async function createContext(connection: Connection, documents: Documents, params: InitializeParams): Promise<Context> {
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const abilities = readAbilities(params.capabilities, options);
  const translate = await createTranslate(options, params.locale);
  const log = (line: string): void => connection.console.error(line);
  const settings = createSettings(connection, abilities.answersConfiguration);
  const configFiles = createConfigFiles((file) => {
    const sentence = translate(message('The configuration {file} cannot be read.', { file }));
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: sentence });
  });
  let known = readKnowledge(null);
  const knowledge = () => known;
  const onConfig = createConfigReporter(connection, translate);
  const folders = foldersOf(params);
  const contexts = createContexts({ documents, roots: folders, log, onChange: () => watch.judgeAgain() });
  const shellcheck = createShellcheckDesk(log);
  const linter = createLinter({ settings, configFiles, knowledge, contexts, shellcheck, log, onConfig });
  const names = oncePerVersion<Names>();
  const workspaceFiles = createWorkspaceFiles<readonly FileSymbol[]>({
    isWatched: abilities.registersWatchers,
    onUnreadable: (file) => log(`${file} cannot be read`),
  });
  workspaceFiles.setFolders(folders);
  const editor = { connection, abilities, documents, settings, translate, log };
  const context = { ...editor, configFiles, contexts, workspaceFiles, linter, knowledge, shellcheck, names };
  const watch = watchChanges(context, (payload) => (known = readKnowledge(payload)));
  return context;
}

/** `rootUri` is what editors sent before a window could hold several folders. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

main();
