import { findSemanticTokens, tokenTypes, type SemanticToken, type Span } from '#core';
import type { SemanticTokens, SemanticTokensParams, SemanticTokensRangeParams } from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { fromRange } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';

export function colour(context: Context, asked: SemanticTokensParams): SemanticTokens {
  return answer(context, asked, () => undefined);
}

export function colourRange(context: Context, asked: SemanticTokensRangeParams): SemanticTokens {
  return answer(context, asked, ({ lines }) => fromRange(lines, asked.range));
}

function answer(
  { documents }: Context,
  { textDocument }: SemanticTokensParams,
  areaOf: (document: OpenDocument) => Span | undefined,
): SemanticTokens {
  const document = documents.find(textDocument.uri);
  return { data: document ? encode(document, findSemanticTokens(document.source, areaOf(document))) : [] };
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
