import * as vscode from 'vscode';
import { buildStageCommand, type InitializationOptions } from '#core';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';

/** The languages of ours, by the ids in the manifest. */
export const languageIds = ['dockerfile', 'dockercompose', 'dockerignore'] as const;

/** Other extensions show a `.dockerignore` as what VS Code calls any tool's ignore file. */
const anyIgnoreFile = { language: 'ignore', pattern: '**/*.dockerignore' };

/** The language server of this window; `stopped` when it crashed more often than restarting helps. */
export interface Language extends vscode.Disposable {
  state(): 'starting' | 'running' | 'stopped';
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Sends when the server runs; what is said to a dead server is lost. */
  notify(method: string, params: unknown): Promise<void>;
  readonly onDidStart: vscode.Event<void>;
}

/** Prepares the server `dist/server.mjs` as a process of its own, so that a crash there never takes the window down. */
export function createLanguage(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Language {
  const module = context.asAbsolutePath('dist/server.mjs');
  const started = new vscode.EventEmitter<void>();
  const client = new LanguageClient(
    'drydock',
    'Drydock',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
    },
    clientOptions(log),
  );
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) started.fire();
  });
  return {
    state: () =>
      client.state === State.Running ? 'running' : client.state === State.Starting ? 'starting' : 'stopped',
    start: () => client.start(),
    restart: () => client.restart(),
    async notify(method, params) {
      if (client.state === State.Running) await client.sendNotification(method, params);
    },
    onDidStart: started.event,
    dispose() {
      started.dispose();
      client.dispose().catch((error: unknown) => log.warn(`stopping the language server: ${String(error)}`));
    },
  };
}

function initializationOptions(): InitializationOptions {
  return { locale: vscode.env.language, commands: [buildStageCommand] };
}

function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  const schemes = ['file', 'untitled', 'vscode-vfs'];
  return {
    documentSelector: schemes.flatMap((scheme) => [
      ...languageIds.map((language) => ({ scheme, language })),
      { scheme, ...anyIgnoreFile },
    ]),
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'drydock',
    initializationOptions: initializationOptions(),
    synchronize: {
      configurationSection: 'drydock',
      fileEvents: [
        vscode.workspace.createFileSystemWatcher(
          '**/{drydock.yaml,drydock.yml,.hadolint.yaml,.hadolint.yml,.dclintrc*}',
        ),
      ],
    },
    errorHandler: restartHandler(log),
  };
}

/** Restarts a crashed server, but not for ever: four crashes in three minutes are a fault that a restart does not cure. */
function restartHandler(log: vscode.LogOutputChannel): ErrorHandler {
  const crashes: number[] = [];
  return {
    error(error, _message, count) {
      log.error(`language server: ${error.message}`);
      return { action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown };
    },
    closed() {
      const now = Date.now();
      crashes.push(now);
      while ((crashes[0] ?? now) < now - 180_000) crashes.shift();
      if (crashes.length < 4) return { action: CloseAction.Restart };
      offerRestart();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

function offerRestart(): void {
  const again = vscode.l10n.t('Restart');
  const openLog = vscode.l10n.t('Open Log');
  const question = vscode.l10n.t('The Drydock language server stopped four times in three minutes and was left alone.');
  void vscode.window.showErrorMessage(question, again, openLog).then((answer) => {
    if (answer === again) return vscode.commands.executeCommand('drydock.language.restart');
    return answer === openLog ? vscode.commands.executeCommand('drydock.engine.openLog') : undefined;
  });
}
