import { planRename, prepareRename, type Message } from '#core';
import {
  LSPErrorCodes,
  ResponseError,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { toRange, toWorkspaceEdit } from '../convert.ts';
import { namesOf } from '../names.ts';

/** The word that would be renamed; an error says why it cannot be. */
export function prepareToRename(
  context: Context,
  { textDocument, position }: PrepareRenameParams,
): PrepareRenameResult | null {
  const document = context.documents.find(textDocument.uri);
  if (!document) return null;
  const target = prepareRename(document.source, document.lines.offsetAt(position), namesOf(context, document));
  if (!target) return null;
  if (target.kind === 'refused') throw refusal(context, target.reason);
  return { range: toRange(document.lines, target.span), placeholder: target.name };
}

export function rename(context: Context, { textDocument, position, newName }: RenameParams): WorkspaceEdit | null {
  const document = context.documents.find(textDocument.uri);
  if (!document) return null;
  const { source, lines } = document;
  const renaming = planRename(source, lines.offsetAt(position), newName, namesOf(context, document));
  if (!renaming) return null;
  if (renaming.kind === 'refused') throw refusal(context, renaming.reason);
  const own = renaming.files.find(({ path }) => path === source.path)?.edits ?? [];
  return toWorkspaceEdit(document, own, context.abilities.takesVersionedEdits);
}

/** Editors show the sentence of a failed request where the user typed the new name. */
function refusal({ translate }: Context, reason: Message): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, translate(reason));
}
