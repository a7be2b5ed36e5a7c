import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** Milliseconds of one server on one document; memory in megabytes. */
export interface ServerFigures {
  readonly start: number;
  readonly open: number;
  /** One per edit: from the change sent to its diagnostics received. */
  readonly edits: readonly number[];
  readonly memory: number;
}

/** Starts a language server over stdio, opens a text, types at its end and waits for the diagnostics of each change. */
export async function measureServer(
  command: readonly string[],
  languageId: string,
  text: string,
): Promise<ServerFigures> {
  const [program = '', ...args] = command;
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let waiting: { readonly version: number; readonly done: () => void } | undefined;
  // Diagnostics of an earlier version are no answer to the change; a server that names no version is believed.
  connection.onNotification('textDocument/publishDiagnostics', ({ version }: { version?: number }) => {
    if (waiting && (version ?? waiting.version) >= waiting.version) waiting.done();
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const textDocument = { publishDiagnostics: { versionSupport: true }, synchronization: {} };
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument, workspace: { configuration: true } },
  });
  const start = performance.now() - started;
  await connection.sendNotification('initialized', {});
  const uri = languageId === 'dockerfile' ? 'file:///bench/Dockerfile' : 'file:///bench/compose.yaml';
  const timed: Timed = async (version, send) => {
    const sent = performance.now();
    const answer = new Promise<void>((done) => (waiting = { version, done }));
    await send();
    await answer;
    return performance.now() - sent;
  };
  const open = await timed(1, () =>
    connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
  );
  const edits = await typeAtEnd(connection, uri, text, timed);
  const memory = residentMegabytes(child);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  return { start, open, edits, memory };
}

type Timed = (version: number, send: () => Promise<void>) => Promise<number>;

/** Types and deletes a character on the last line, one change at a time. */
async function typeAtEnd(connection: MessageConnection, uri: string, text: string, timed: Timed): Promise<number[]> {
  const edits: number[] = [];
  const line = text.split('\n').length - 1;
  for (let version = 2; version < 32; version++) {
    const range = { start: { line, character: 0 }, end: { line, character: version % 2 } };
    const contentChanges = [{ range, text: version % 2 === 0 ? '#' : '' }];
    edits.push(
      await timed(version, () =>
        connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
      ),
    );
  }
  return edits;
}

/** From the kernel's books; 0 where there are none. */
function residentMegabytes({ pid }: ChildProcess): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
