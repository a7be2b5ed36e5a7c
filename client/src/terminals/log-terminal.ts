import { setImmediate } from 'node:timers/promises';
import * as vscode from 'vscode';
import { EngineError } from '#engine';
import { explain } from '../commands/report.ts';
import type { Tools } from '../commands/tools.ts';
import { inertName, type Target } from '../views/model/index.ts';
import { createSgrFilter } from './sgr-filter.ts';

/** Lines of the past that a log begins with. */
const tail = 1_000;

/** Follows a container's log in a terminal of its own. */
export function openLogTerminal(tools: Tools, target: Target): void {
  const name = inertName(target.name);
  vscode.window
    .createTerminal({
      name: vscode.l10n.t('Log of {name}', { name }),
      iconPath: new vscode.ThemeIcon('output'),
      pty: createLogPty(tools, target),
      isTransient: true,
    })
    .show(true);
}

function createLogPty(tools: Tools, target: Target): vscode.Pseudoterminal {
  const written = new vscode.EventEmitter<string>();
  let following: AbortController | undefined;
  const follow = (): void => {
    if (following) return;
    const abort = new AbortController();
    following = abort;
    void followLog(tools, target, { write: (text) => written.fire(text), signal: abort.signal }).finally(() => {
      following = undefined;
    });
  };
  return {
    onDidWrite: written.event,
    open: follow,
    close: () => following?.abort(),
    handleInput(data) {
      if (data === '\r') follow();
      if (data === '\u0003') following?.abort();
    },
  };
}

interface Screen {
  readonly write: (text: string) => void;
  readonly signal: AbortSignal;
}

async function followLog(tools: Tools, { id }: Target, { write, signal }: Screen): Promise<void> {
  const decoders = { stdout: newDecoder(), stderr: newDecoder() };
  const say = (text: string): void => write(`\r\n\u001b[0;2m${text}\u001b[0m\r\n`);
  try {
    await tools.engine.use(async (engine) => {
      for await (const { stream, data } of engine.logs(id, { follow: true, tail, signal })) {
        write(decoders[stream](data));
        // A container that writes without end must leave the window room to breathe.
        await setImmediate();
      }
    });
    say(vscode.l10n.t('The log ended. Press Enter to follow it again.'));
  } catch (error) {
    if (signal.aborted) return say(vscode.l10n.t('No longer following. Press Enter to follow it again.'));
    tools.log.error(`log of ${id}: ${String(error)}`);
    const reason = error instanceof EngineError ? inertName(explain(tools, error)) : String(error);
    say(`${reason} ${vscode.l10n.t('Press Enter to try again.')}`);
  }
}

/** Bytes to text that is safe on a screen. Each stream has its own, so that a character cut in two is put together right. */
function newDecoder(): (data: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8');
  const filter = createSgrFilter();
  return (data) => filter.write(decoder.decode(data, { stream: true }));
}
