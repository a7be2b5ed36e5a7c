import * as vscode from 'vscode';
import { engineName } from '../engine-service.ts';
import { safeName } from '../views/model/index.ts';
import type { Tools } from './tools.ts';

export interface Confirmation {
  /** Every object that goes, one line each. */
  readonly objects: readonly string[];
  /** The question, without the engine's name. */
  readonly question: string;
  /** What the user should know before; may be empty. */
  readonly warning: string;
  /** Button texts; the first is what Enter does. */
  readonly buttons: readonly [string, ...string[]];
}

/** Asks in a dialog that names the engine and the objects; gives the pressed button, or undefined. */
export async function confirmDestruction(tools: Tools, confirmation: Confirmation): Promise<string | undefined> {
  const { objects, question, warning, buttons } = confirmation;
  const engine = safeName(engineName(tools.engine.state.endpoint));
  const shown = objects.slice(0, 20).map((object) => `• ${safeName(object)}`);
  const more = objects.length > 20 ? [vscode.l10n.t('and {count} more', { count: objects.length - 20 })] : [];
  const detail = [
    vscode.l10n.t('On the engine {engine}:', { engine }),
    ...shown,
    ...more,
    ...(warning ? ['', warning] : []),
  ];
  return vscode.window.showWarningMessage(question, { modal: true, detail: detail.join('\n') }, ...buttons);
}
