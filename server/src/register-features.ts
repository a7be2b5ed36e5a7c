import type { Context } from './context.ts';
import { createGuard } from './guard.ts';
import { pullDiagnostics } from './handlers/diagnostics.ts';

/** One line per request: its name, what is answered when it crashes, and its handler. */
export function registerFeatures(context: Context): void {
  const { connection } = context;
  const guard = createGuard(context.log);
  connection.languages.diagnostics.on(
    guard('diagnostic', { kind: 'full' as const, items: [] }, (params) => pullDiagnostics(context, params)),
  );
}
