import { message, rules, type InitializationOptions } from '#core';
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
import { listenToDocuments, type Documents } from './documents.ts';
import { readKnowledge } from './knowledge.ts';
import { createLinter } from './lint.ts';
import { registerFeatures } from './register-features.ts';
import { createSettings } from './settings.ts';
import { createTranslate } from './translate.ts';
import { watchChanges } from './watch-changes.ts';

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
  const configFiles = createConfigFiles(rules, (file) => {
    const sentence = translate(message('The configuration {file} cannot be read.', { file }));
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: sentence });
  });
  let known = readKnowledge([]);
  const knowledge = () => known;
  const onConfig = createConfigReporter(connection, translate);
  const linter = createLinter({ settings, configFiles, knowledge, log, onConfig });
  const context = { connection, abilities, documents, settings, configFiles, linter, translate, log, knowledge };
  watchChanges(context, (payload) => (known = readKnowledge(payload)));
  return context;
}

main();
