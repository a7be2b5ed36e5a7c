import type { Facts, Plan, PlannedFile } from '#core';
import * as vscode from 'vscode';
import { because } from './questions.ts';

/** What became of a preview. */
export interface Outcome {
  readonly applied: boolean;
  /** Files that could not be part of it, since what stands there is no text. */
  readonly skipped: readonly string[];
}

/**
 * One edit over all files, every one to be confirmed: VS Code shows its own Refactor Preview with a tick for each file,
 * and one undo takes all of it back.
 */
export async function previewPlan(root: vscode.Uri, facts: Facts, plan: Plan): Promise<Outcome> {
  const edit = new vscode.WorkspaceEdit();
  const skipped: string[] = [];
  const changes = plan.files.filter(({ action }) => action !== 'keep');
  for (const file of changes) {
    const metadata = describe(file, facts);
    const uri = vscode.Uri.joinPath(root, file.path);
    if (file.action === 'create') {
      // Contents given as an insertion, not as bytes, are what the preview can show.
      edit.createFile(uri, { ignoreIfExists: false, overwrite: false }, metadata);
      edit.insert(uri, new vscode.Position(0, 0), file.content, metadata);
    } else if (!(await replaceAll(edit, { uri, content: file.content, metadata }))) {
      skipped.push(file.path);
    }
  }
  const applied = edit.size > 0 && (await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
  if (applied) await saveAll(changes.map(({ path }) => vscode.Uri.joinPath(root, path)));
  return { applied, skipped };
}

interface Replacement {
  readonly uri: vscode.Uri;
  readonly content: string;
  readonly metadata: vscode.WorkspaceEditEntryMetadata;
}

async function replaceAll(edit: vscode.WorkspaceEdit, { uri, content, metadata }: Replacement): Promise<boolean> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const whole = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
    edit.replace(uri, whole, content, metadata);
    return true;
  } catch {
    // VS Code refuses to open it as text; it is told as skipped.
    return false;
  }
}

/** The preview groups by these words: what is new, what changes, and why the files look as they do. */
function describe({ action, path }: PlannedFile, facts: Facts): vscode.WorkspaceEditEntryMetadata {
  const label =
    action === 'create' ? vscode.l10n.t('New container files') : vscode.l10n.t('Files that are already there');
  return { needsConfirmation: true, label, description: reasonFor(path, facts) };
}

function reasonFor(path: string, facts: Facts): string {
  if (/compose\.ya?ml$/.test(path)) {
    const [proof] = facts.services.flatMap(({ evidence }) => evidence);
    if (proof) return because(proof);
  }
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  const app = facts.apps.find((each) => each.path === folder) ?? facts.apps[0];
  const proof = app?.evidence.find(({ fact }) => fact === 'framework') ?? app?.evidence[0];
  return proof ? because(proof) : '';
}

/** The setting `files.refactoring.autoSave` may be off; container files are of no use unsaved. */
async function saveAll(uris: readonly vscode.Uri[]): Promise<void> {
  const wanted = new Set(uris.map((uri) => uri.toString()));
  const dirty = vscode.workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && wanted.has(uri.toString()));
  await Promise.all(dirty.map((document) => document.save()));
}
