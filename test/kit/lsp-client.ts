import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { serverBundle } from './build-server.ts';
import { openDocument, type EditorDocument, type OpenOptions } from './lsp-document.ts';

export interface ServerOptions {
  /** Files by path below the workspace's folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** What the editor can do, over what it can by default; `undefined` takes an ability away. */
  readonly capabilities?: ClientCapabilities;
  readonly locale?: string;
  readonly initializationOptions?: unknown;
  /** `drydock.lint` as `workspace/configuration` answers it. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Other sections by their whole name, such as `drydock.codeLens`. */
  readonly sections?: Readonly<Record<string, unknown>>;
  /** Where the server finds programs such as shellcheck; nowhere by default, so that no machine changes a test. */
  readonly programs?: string;
}

/** A small editor around a real server process. */
export interface Editor {
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** Everything the server wrote into the editor's log. */
  readonly log: readonly string[];
  /** Everything the server asked the editor to show its user. */
  readonly shown: readonly string[];
  /** Methods that the server asked of the editor, in order. */
  readonly asked: readonly string[];
  uri(name: string): string;
  /** Opens a drawing, whose `|` (if any) is the cursor; without text the file as it was written. */
  open(name: string, drawing?: string, options?: OpenOptions): Promise<EditorDocument>;
  write(name: string, text: string): void;
  /** Writes a file as another program would, and tells the server as a watcher does. */
  change(name: string, text: string): Promise<void>;
  configure(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** The last diagnostics pushed for a file, as soon as some satisfy `accept`. */
  pushed(uri: string, accept: (version: number | undefined, all: Diagnostic[]) => boolean): Promise<Diagnostic[]>;
  /** The number of pushes for a file so far. */
  pushes(uri: string): number;
  exit(): Promise<number | null>;
}

const pulling: ClientCapabilities = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
  },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

/** An editor that waits to be sent its diagnostics. */
export const pushOnly: ClientCapabilities = {
  ...pulling,
  textDocument: { ...pulling.textDocument, diagnostic: undefined! },
};

/** Starts a server on a folder of files, hands out the editor and ends the process whatever happened. */
export async function withServer(options: ServerOptions, test: (editor: Editor) => Promise<void>): Promise<void> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'drydock-lsp-')));
  const child = spawn(process.execPath, [serverBundle, '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, PATH: options.programs ?? folder },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  try {
    for (const [name, text] of Object.entries(options.files ?? {})) writeInto(folder, name, text);
    await test(await startEditor({ folder, child, connection }, options));
  } finally {
    connection.dispose();
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Session {
  readonly folder: string;
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
}

type Push = { readonly version: number | undefined; readonly all: Diagnostic[] };

async function startEditor({ folder, child, connection }: Session, options: ServerOptions): Promise<Editor> {
  const log: string[] = [];
  const asked: string[] = [];
  const shown: string[] = [];
  let settings = options.settings ?? {};
  const pushes = new Map<string, Push[]>();
  const listeners = new Set<() => void>();
  child.stderr?.on('data', (chunk: Buffer) => log.push(String(chunk)));
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => void shown.push(message));
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => {
      pushes.set(params.uri, [...(pushes.get(params.uri) ?? []), { version: params.version, all: params.diagnostics }]);
      for (const listener of listeners) listener();
    },
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section = '' }) => (section === 'drydock.lint' ? settings : (options.sections?.[section] ?? null))),
  );
  const refreshes = ['diagnostic', 'inlayHint', 'codeLens'].map((what) => `workspace/${what}/refresh`);
  for (const method of ['client/registerCapability', ...refreshes]) {
    connection.onRequest(method, () => {
      asked.push(method);
      return null;
    });
  }
  connection.listen();
  const uri = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: options.capabilities ?? pulling,
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  return {
    folder,
    connection,
    process: child,
    initialized,
    log,
    asked,
    shown,
    uri,
    open: (name, drawing, openOptions) =>
      openDocument({ connection, uri: uri(name), file: path.join(folder, name) }, drawing, openOptions),
    write: (name, text) => writeInto(folder, name, text),
    async change(name, text) {
      writeInto(folder, name, text);
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(name), type: 2 }] });
    },
    async configure(next) {
      settings = next;
      await connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    },
    pushed: (target, accept) => waitForPush(() => pushes.get(target)?.at(-1), listeners, accept),
    pushes: (target) => pushes.get(target)?.length ?? 0,
    async exit() {
      await connection.sendRequest('shutdown');
      const ended = waitForExit(child);
      await connection.sendNotification('exit');
      return ended;
    },
  };
}

function waitForPush(
  last: () => Push | undefined,
  listeners: Set<() => void>,
  accept: (version: number | undefined, all: Diagnostic[]) => boolean,
): Promise<Diagnostic[]> {
  return new Promise((resolve) => {
    const look = (): void => {
      const push = last();
      if (!push || !accept(push.version, push.all)) return;
      listeners.delete(look);
      resolve(push.all);
    };
    listeners.add(look);
    look();
  });
}

/** The exit code of a server that ends by itself. */
export function waitForExit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => void child.once('exit', (code) => resolve(code)));
}

function writeInto(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
