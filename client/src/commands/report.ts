import * as vscode from 'vscode';
import { EngineError } from '#engine';
import { engineName } from '../engine-service.ts';
import { sayFailure } from '../say.ts';
import { inertName } from '../views/model/index.ts';
import type { Tools } from './tools.ts';

/** A failure as a sentence with a next step, in the user's language. */
export function explain(tools: Tools, error: EngineError): string {
  const { kind, message: detail, own } = error;
  return sayFailure({ kind, detail, own }, engineName(tools.engine.state.endpoint));
}

/** Shows a failure once, with a way to the log. What is not the engine's failure is ours, and VS Code shall show it as such. */
export function reportError(tools: Tools, error: unknown): void {
  if (!(error instanceof EngineError)) throw error;
  if (error.kind === 'cancelled') return;
  tools.log.error(`${error.kind}: ${error.message}`);
  offerLog(vscode.window.showErrorMessage(explain(tools, error), vscode.l10n.t('Open Log')));
}

/** What became of each object. */
export interface Outcome {
  readonly name: string;
  /** Null when it went well. */
  readonly error: string | null;
}

/** Says once what became of all: quietly in the status bar when all went well. */
export function reportOutcomes(tools: Tools, outcomes: readonly Outcome[], done: string): void {
  const failures = outcomes.filter(({ error }) => error !== null);
  for (const { name, error } of outcomes) tools.log.info(`${done} ${name}: ${error ?? 'ok'}`);
  if (failures.length === 0) {
    vscode.window.setStatusBarMessage(`$(check) ${done}`, 4_000);
    return;
  }
  const shown = failures.slice(0, 5).map(({ name, error }) => `${inertName(name)}: ${inertName(error ?? '')}`);
  const more = failures.length > 5 ? vscode.l10n.t('and {count} more', { count: failures.length - 5 }) : '';
  const summary = vscode.l10n.t('{failed} of {total} failed.', { failed: failures.length, total: outcomes.length });
  const head = outcomes.length > 1 ? [summary] : [];
  const text = [...head, ...shown, ...(more === '' ? [] : [more])].join(' ');
  offerLog(vscode.window.showErrorMessage(text, vscode.l10n.t('Open Log')));
}

function offerLog(answer: Thenable<string | undefined>): void {
  void answer.then((picked) =>
    picked === undefined ? undefined : vscode.commands.executeCommand('drydock.engine.openLog'),
  );
}
