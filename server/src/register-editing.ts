import type { Context } from './context.ts';
import { createGuard } from './guard.ts';
import { createTokenCache } from './token-cache.ts';

/** What an editor asks for to write or to show a text, rather than at a cursor in it. */
export function registerEditing(context: Context): void {
  const { connection, documents } = context;
  const guard = createGuard(context.log);
  const features = () => import('./features.ts');
  connection.onDocumentFormatting(
    guard('formatting', [], async (params) => (await features()).format(context, params)),
  );
  connection.onDocumentRangeFormatting(
    guard('rangeFormatting', [], async (params) => (await features()).formatRange(context, params)),
  );
  connection.onDocumentOnTypeFormatting(
    guard('onTypeFormatting', [], async (params) => (await features()).formatOnEnter(context, params)),
  );
  const { semanticTokens } = connection.languages;
  const colouring = { documents, tokens: createTokenCache(documents) };
  semanticTokens.on(
    guard('semanticTokens', { resultId: '', data: [] }, async (params) => (await features()).colour(colouring, params)),
  );
  semanticTokens.onDelta(
    guard('semanticTokens/delta', { data: [] }, async (params) => (await features()).colourChanges(colouring, params)),
  );
  semanticTokens.onRange(
    guard('semanticTokens/range', { data: [] }, async (params) => (await features()).colourRange(context, params)),
  );
  connection.languages.inlayHint.on(guard('inlayHint', [], async (params) => (await features()).hint(context, params)));
  connection.onCodeLens(guard('codeLens', [], async (params) => (await features()).lens(context, params)));
}
