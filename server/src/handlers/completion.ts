import { findCompletions } from '#core';
import type { CompletionItem, CompletionParams } from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { toCompletionItem } from '../convert-language.ts';
import { factsOf } from '../facts.ts';

export async function complete(
  context: Context,
  { textDocument, position }: CompletionParams,
): Promise<CompletionItem[]> {
  const document = context.documents.find(textDocument.uri);
  if (!document) return [];
  const facts = await factsOf(context, document);
  const found = findCompletions(document.source, document.lines.offsetAt(position), facts);
  return found.map((completion, index) => toCompletionItem(document, completion, index, context));
}
