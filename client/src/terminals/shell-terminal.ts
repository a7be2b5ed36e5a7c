import * as vscode from 'vscode';
import { EngineError, type ShellSession } from '#engine';
import { explain } from '../commands/report.ts';
import type { Tools } from '../commands/tools.ts';
import { inertName, type Target } from '../views/model/index.ts';

/** Opens a shell in a running container, as a terminal. */
export function openShellTerminal(tools: Tools, target: Target): void {
  vscode.window
    .createTerminal({
      name: inertName(target.name),
      iconPath: new vscode.ThemeIcon('terminal'),
      pty: createShellPty(tools, target),
      isTransient: true,
    })
    .show();
}

function createShellPty(tools: Tools, target: Target): vscode.Pseudoterminal {
  const written = new vscode.EventEmitter<string>();
  const closed = new vscode.EventEmitter<number>();
  const abort = new AbortController();
  let size = { columns: 80, rows: 24 };
  let session: ShellSession | undefined;
  let over = false;
  const end = (reason: string): void => {
    over = true;
    written.fire(`\r\n\u001b[0;2m${reason} ${vscode.l10n.t('Press any key to close.')}\u001b[0m\r\n`);
  };
  const connect = async (): Promise<void> => {
    const opened = await tools.engine.use((engine) => engine.openShell(target.id, size, { signal: abort.signal }));
    if (abort.signal.aborted) return opened.close();
    session = opened;
    const decoder = new TextDecoder('utf-8');
    opened.onData((data) => written.fire(decoder.decode(data, { stream: true })));
    opened.onEnd((code) => {
      if (code === 0) return closed.fire(0);
      end(endOf(code));
    });
    opened.resize(size.columns, size.rows);
  };
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open(dimensions) {
      size = dimensions ?? size;
      connect().catch((error: unknown) => {
        tools.log.error(`shell in ${target.id}: ${String(error)}`);
        end(error instanceof EngineError ? explain(tools, error) : String(error));
      });
    },
    setDimensions(dimensions) {
      size = dimensions;
      session?.resize(size.columns, size.rows);
    },
    handleInput(data) {
      if (over) closed.fire(0);
      else session?.write(data);
    },
    close() {
      abort.abort();
      session?.close();
    },
  };
}

function endOf(code: number | null): string {
  return code === null
    ? vscode.l10n.t('The connection was lost.')
    : vscode.l10n.t('The shell ended with code {code}.', { code });
}
