import { createLineIndex } from '#core';
import type { Connection } from 'vscode-languageserver/node';
import type { FoundConfig } from './config-files.ts';
import { toUri } from './address.ts';
import { toRange, toSeverity } from './convert.ts';
import type { Translate } from './translate.ts';

/**
 * Tells what is wrong in a `drydock.yaml`, in that file. Nobody opens it as one of our documents, so this is pushed
 * also to editors that otherwise ask.
 */
export function createConfigReporter(connection: Connection, translate: Translate) {
  const told = new Map<string, string>();
  return (found: FoundConfig | undefined): void => {
    if (!found?.own) return;
    const { path, text, problems } = found.own;
    const lines = createLineIndex(text);
    const diagnostics = problems.map(({ code, severity, message, span }) => ({
      range: toRange(lines, span),
      severity: toSeverity(severity),
      code: `drydock/config-${code}`,
      source: 'drydock',
      message: translate(message),
    }));
    const signature = JSON.stringify(diagnostics);
    if ((told.get(path) ?? '[]') === signature) return;
    told.set(path, signature);
    void connection.sendDiagnostics({ uri: toUri(path), diagnostics });
  };
}
