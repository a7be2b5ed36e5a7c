import * as vscode from 'vscode';
import type { Language } from '../language-client.ts';
import { buildCommands } from './build.ts';
import { containerCommands } from './containers.ts';
import { imageCommands } from './images.ts';
import { lookCommands } from './inspect.ts';
import { networkCommands } from './networks.ts';
import { pruneCommands } from './prune.ts';
import { reportError } from './report.ts';
import type { Command, Commands, Tools } from './tools.ts';
import { volumeCommands } from './volumes.ts';

export type { Tools } from './tools.ts';

/** Registers every command of the manifest but the wizard's. */
export function registerCommands(tools: Tools, language: Language): vscode.Disposable {
  const commands: Commands = {
    ...containerCommands(tools),
    ...imageCommands(tools),
    ...volumeCommands(tools),
    ...networkCommands(tools),
    ...pruneCommands(tools),
    ...lookCommands(tools),
    ...buildCommands(tools),
    'engine.refresh': () => tools.engine.refresh(),
    'engine.openLog': () => Promise.resolve(tools.log.show()),
    'engine.openSettings': async () => {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'drydock.engine');
    },
    'language.restart': () => language.restart(),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, command]) =>
      vscode.commands.registerCommand(`drydock.${id}`, (...invocation: unknown[]) => guard(tools, command, invocation)),
    ),
  );
}

async function guard(tools: Tools, command: Command, invocation: readonly unknown[]): Promise<void> {
  try {
    await command(invocation);
  } catch (error) {
    reportError(tools, error);
  }
}
