import { message } from '#core';
import type { Duplex } from 'node:stream';
import { EngineError } from './error.ts';
import { asObject, text } from './fields.ts';
import { objectPath, path } from './paths.ts';
import type { CallOptions, ShellSession } from './model.ts';
import type { Wire } from './wire.ts';

const callDeadline = 15_000;

interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Opens the best shell that the container has, in a terminal of this size. */
export async function openShell(wire: Wire, id: string, size: Size, options?: CallOptions): Promise<ShellSession> {
  const command = await findShell(wire, id, options);
  const exec = await createExec(wire, id, { command, terminal: true }, options);
  const socket = await startExec(wire, exec, true, options);
  const session = createSession(wire, exec, socket);
  await resizeFirst(wire, exec, size);
  return session;
}

/** Tries each by running nothing in it: the list of files would need a shell to be read. */
async function findShell(wire: Wire, id: string, options: CallOptions | undefined): Promise<readonly string[]> {
  const windows = ['powershell', 'cmd'];
  const candidates = (await isWindows(wire, id, options)) ? windows : ['bash', 'sh'];
  for (const shell of candidates) {
    const probe = shell === 'cmd' ? [shell, '/c', 'exit 0'] : [shell, '-c', 'exit 0'];
    if ((await runProbe(wire, id, probe, options)) === 0) return [shell];
  }
  throw new EngineError(
    'failed',
    message('There is no shell in this container: {tried} were tried.', { tried: candidates.join(', ') }),
  );
}

async function isWindows(wire: Wire, id: string, options: CallOptions | undefined): Promise<boolean> {
  const address = objectPath('container', id, 'json');
  const answer = asObject(await wire.json({ method: 'GET', path: address, options, deadline: callDeadline }));
  return answer !== undefined && text(answer, 'Platform') === 'windows';
}

async function runProbe(wire: Wire, id: string, command: readonly string[], options: CallOptions | undefined) {
  const exec = await createExec(wire, id, { command, terminal: false }, options);
  try {
    const socket = await startExec(wire, exec, false, options);
    await drained(socket);
  } catch (error) {
    // Engines differ in whether a program that does not exist fails the start or only its exit code.
    if (error instanceof EngineError && error.kind === 'failed') return 127;
    throw error;
  }
  return exitCode(wire, exec);
}

function drained(socket: Duplex): Promise<void> {
  return new Promise((resolve) => {
    socket.on('close', resolve).on('error', () => undefined);
    // Its own end after the other one's, or neither side would ever close.
    socket.on('end', () => socket.destroy());
    socket.resume();
  });
}

async function createExec(
  wire: Wire,
  id: string,
  run: { readonly command: readonly string[]; readonly terminal: boolean },
  options: CallOptions | undefined,
): Promise<string> {
  const answer = asObject(
    await wire.json({
      method: 'POST',
      path: objectPath('container', id, 'exec'),
      body: {
        AttachStdin: run.terminal,
        AttachStdout: true,
        AttachStderr: true,
        Tty: run.terminal,
        Cmd: run.command,
        ...(run.terminal ? { Env: ['TERM=xterm-256color'] } : {}),
      },
      options,
      deadline: callDeadline,
    }),
  );
  const exec = answer === undefined ? '' : text(answer, 'Id');
  if (exec === '') throw new EngineError('protocol', message('The engine created a process without an id.'));
  return exec;
}

async function startExec(wire: Wire, exec: string, terminal: boolean, options: CallOptions | undefined) {
  const { socket } = await wire.hijack({
    method: 'POST',
    path: path('exec', exec, 'start'),
    body: { Detach: false, Tty: terminal },
    options,
    deadline: callDeadline,
  });
  return socket;
}

function createSession(wire: Wire, exec: string, socket: Duplex): ShellSession {
  const early: Uint8Array[] = [];
  let onData: ((data: Uint8Array) => void) | undefined;
  const ended = new Promise<number | null>((resolve) => {
    const end = (): void => {
      socket.destroy();
      exitCode(wire, exec).then(resolve, () => resolve(null));
    };
    socket.once('end', end).once('close', end);
  });
  socket.on('error', () => undefined);
  socket.on('data', (data: Buffer) => (onData === undefined ? early.push(data) : onData(data)));
  return {
    write: (data) => void (socket.writable && socket.write(data)),
    resize: (columns, rows) => void resize(wire, exec, { columns, rows }),
    onData(listener) {
      onData = listener;
      for (const data of early.splice(0)) listener(data);
    },
    onEnd: (listener) => void ended.then(listener),
    close() {
      // The engine leaves a process behind whose terminal is merely cut off; a shell at its prompt ends on end of file.
      if (socket.writable) socket.end('\u0004');
      setTimeout(() => socket.destroy(), 500).unref();
    },
  };
}

/** The connection may be open a moment before the process is there to be told. */
async function resizeFirst(wire: Wire, exec: string, size: Size): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (await resize(wire, exec, size)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** False when the engine would not. */
async function resize(wire: Wire, exec: string, { columns, rows }: Size): Promise<boolean> {
  const query = { w: Math.max(1, Math.trunc(columns)), h: Math.max(1, Math.trunc(rows)) };
  try {
    await wire.json({ method: 'POST', path: path('exec', exec, 'resize'), query, deadline: callDeadline });
    return true;
  } catch {
    // The process may have ended a moment ago; a terminal of the wrong width is no reason to lose the session.
    return false;
  }
}

/** Null when the engine does not say: the process still runs, or the engine is gone. */
async function exitCode(wire: Wire, exec: string): Promise<number | null> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const answer = await wire.json({ method: 'GET', path: path('exec', exec, 'json'), deadline: callDeadline });
    const state = asObject(answer) ?? {};
    if (state['Running'] === false && typeof state['ExitCode'] === 'number') return state['ExitCode'];
    // The stream ends a moment before the engine has noted how.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return null;
}
