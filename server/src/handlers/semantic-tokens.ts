import { findSemanticTokens, tokenTypes, type SemanticToken } from '#core';
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { fromRange } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';
import { diffTokens, type TokenCache } from '../token-cache.ts';

/** Tokens that a later question can refer to. */
type Named = SemanticTokens & { readonly resultId: string };

/** A session, and what its editor was sent. */
interface Colouring extends Pick<Context, 'documents'> {
  readonly tokens: TokenCache;
}

export function colour({ documents, tokens }: Colouring, { textDocument: { uri } }: SemanticTokensParams): Named {
  const document = documents.find(uri);
  const data = document ? encode(document, findSemanticTokens(document.source)) : [];
  return { resultId: tokens.keep(uri, data), data };
}

/** What changed since the answer that the editor has; everything when it has another one. */
export function colourChanges(
  colouring: Colouring,
  asked: SemanticTokensDeltaParams,
): SemanticTokens | SemanticTokensDelta {
  const before = colouring.tokens.find(asked.textDocument.uri, asked.previousResultId);
  const now = colour(colouring, asked);
  return before ? { resultId: now.resultId, edits: diffTokens(before, now.data) } : now;
}

export function colourRange(
  { documents }: Context,
  { textDocument, range }: SemanticTokensRangeParams,
): SemanticTokens {
  const document = documents.find(textDocument.uri);
  if (!document) return { data: [] };
  return { data: encode(document, findSemanticTokens(document.source, fromRange(document.lines, range))) };
}

const numbers: ReadonlyMap<string, number> = new Map(tokenTypes.map((type, index) => [type, index]));

/** Five numbers a token: lines and characters since the one before, length, type and modifiers. */
function encode({ lines }: OpenDocument, tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let [line, lastLine, lastStart] = [0, 0, 0];
  for (const { span, type, declares } of tokens) {
    while (line + 1 < lines.lineCount && lines.lineStart(line + 1) <= span.start) line++;
    const origin = line === lastLine ? lastStart : lines.lineStart(line);
    data.push(line - lastLine, span.start - origin, span.end - span.start, numbers.get(type) ?? 0, declares ? 1 : 0);
    [lastLine, lastStart] = [line, span.start];
  }
  return data;
}
