import * as vscode from 'vscode';
import type { ViewName } from '../views/model/index.ts';
import type { Tools } from './tools.ts';

/** Asks for the name of a new volume or network: one that the engine accepts and that is not taken. */
export async function askName(tools: Tools, view: ViewName, title: string): Promise<string | undefined> {
  const taken = new Set(tools.views[view].handles().map(({ node }) => node.target?.name));
  const name = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Name'),
    ignoreFocusOut: true,
    validateInput(value) {
      const name = value.trim();
      if (taken.has(name)) return vscode.l10n.t('There is one with this name already.');
      if (/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) return null;
      return vscode.l10n.t('At least two letters, digits, "_", "." or "-", beginning with a letter or a digit.');
    },
  });
  return name?.trim();
}
