import * as vscode from 'vscode';
import type { Text } from './views/model/index.ts';

/** A message in the user's language; a name as it is. */
export function say(text: Text): string {
  return typeof text === 'string' ? text : vscode.l10n.t(text.template, text.args);
}
