import * as vscode from 'vscode';
import { explainError, type Explanation } from './engine-messages.ts';
import type { Failure } from './failure.ts';
import { inertName, type Text } from './views/model/index.ts';

/** A message in the user's language; a name as it is. */
export function say(text: Text): string {
  return typeof text === 'string' ? text : vscode.l10n.t(text.template, text.args);
}

/** What happened and what to do about it, in the user's language, on one line that does nothing when clicked. */
export function sayFailure({ kind, detail, own }: Failure, engine: string): string {
  const shown = { detail: inertName(own ? say(own) : detail), isOurs: own !== null, engine: inertName(engine) };
  return sayExplanation(explainError(kind, shown));
}

/** The engine's own words often lack their full stop. */
function sayExplanation({ sentence, nextStep }: Explanation): string {
  const first = say(sentence).trimEnd();
  return `${/[.!?…)»]$/.test(first) ? first : `${first}.`} ${say(nextStep)}`;
}
