import { createLineIndex, planIgnoreAdditions, type Finding } from '#core';
import { CodeActionKind, type CodeAction, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver/node';
import type { Context } from '../context.ts';
import { toTextEdit } from '../convert.ts';
import type { OpenDocument } from '../documents.ts';

/** Lines for the ignore file that answer findings in a Dockerfile. The file is made where there is none. */
export async function proposeIgnoreEdits(
  { contexts, abilities, translate }: Context,
  document: OpenDocument,
  here: readonly Finding[],
  shown: readonly Diagnostic[],
): Promise<CodeAction[]> {
  const found = await contexts.find(document);
  if (!found || (!found.context.ignore && !abilities.createsFiles)) return [];
  const { context, ignoreUri } = found;
  return planIgnoreAdditions(document.source, here, context).map(({ title, edit, finding }) => {
    const edits = [toTextEdit(createLineIndex(context.ignore?.text ?? ''), edit)];
    return {
      title: translate(title),
      kind: CodeActionKind.QuickFix,
      diagnostics: shown.filter(({ code }) => code === finding.rule),
      edit: toEdit(ignoreUri, edits, abilities.takesVersionedEdits),
    };
  });
}

function toEdit(uri: string, edits: ReturnType<typeof toTextEdit>[], versioned: boolean): WorkspaceEdit {
  if (!versioned) return { changes: { [uri]: edits } };
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits },
    ],
  };
}
