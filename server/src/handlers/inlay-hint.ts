import { findInlayHints } from '#core';
import type { InlayHint, InlayHintParams } from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { fromRange } from '../convert.ts';

export async function hint(context: Context, { textDocument, range }: InlayHintParams): Promise<InlayHint[]> {
  const document = context.documents.find(textDocument.uri);
  if (!document || !(await context.settings.features(textDocument.uri)).inlayHints) return [];
  const { source, lines } = document;
  return findInlayHints(source, fromRange(lines, range), context.knowledge()).map(({ offset, label, tooltip }) => ({
    position: lines.positionAt(offset),
    label: typeof label === 'string' ? label : context.translate(label),
    tooltip: context.translate(tooltip),
    paddingLeft: true,
  }));
}
