import { planFormat, planFormatOnEnter, type Span, type TextEdit } from '#core';
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit as LspTextEdit,
} from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { fromRange, toTextEdit } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';

type Asked = Pick<DocumentFormattingParams, 'textDocument' | 'options'>;

export function format(context: Context, asked: Asked): LspTextEdit[] {
  return answer(context, asked, () => undefined);
}

export function formatRange(context: Context, asked: DocumentRangeFormattingParams): LspTextEdit[] {
  return answer(context, asked, ({ lines }) => fromRange(lines, asked.range));
}

function answer(
  { documents }: Context,
  { textDocument, options }: Asked,
  areaOf: (document: OpenDocument) => Span | undefined,
): LspTextEdit[] {
  const document = documents.find(textDocument.uri);
  return document ? convert(document, planFormat(document.source, options, areaOf(document))) : [];
}

export function formatOnEnter(
  { documents }: Context,
  { textDocument, position, options }: DocumentOnTypeFormattingParams,
): LspTextEdit[] {
  const document = documents.find(textDocument.uri);
  if (!document) return [];
  return convert(document, planFormatOnEnter(document.source, document.lines.offsetAt(position), options));
}

function convert({ lines }: OpenDocument, edits: readonly TextEdit[]): LspTextEdit[] {
  return edits.map((edit) => toTextEdit(lines, edit));
}
