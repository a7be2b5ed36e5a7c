import { findHover } from '#core';
import type { Hover, HoverParams } from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { toMarkup } from '../convert-language.ts';
import { toRange } from '../convert.ts';
import { factsOf } from '../facts.ts';

export async function hover(context: Context, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const document = context.documents.find(textDocument.uri);
  if (!document) return null;
  const findings = await context.linter.findings(document);
  const facts = await factsOf(context, document);
  const found = findHover(document.source, document.lines.offsetAt(position), facts, findings);
  return found ? { range: toRange(document.lines, found.span), contents: toMarkup(found.contents, context) } : null;
}
