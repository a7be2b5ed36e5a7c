import * as vscode from 'vscode';
import type { Explanation } from './engine-messages.ts';
import type { Text } from './views/model/index.ts';

/** A message in the user's language; a name as it is. */
export function say(text: Text): string {
  return typeof text === 'string' ? text : vscode.l10n.t(text.template, text.args);
}

/** Sentence and next step in the user's language. The engine's own words often lack their full stop. */
export function sayExplanation({ sentence, nextStep }: Explanation): string {
  const first = say(sentence).trimEnd();
  return `${/[.!?…)»]$/.test(first) ? first : `${first}.`} ${say(nextStep)}`;
}
