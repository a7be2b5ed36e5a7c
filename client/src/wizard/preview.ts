import type { Facts, Plan, PlannedFile } from '#core';
import * as vscode from 'vscode';
import { because } from './questions.ts';
import { holds, type Written } from './take-back.ts';

/** What became of a preview. */
export interface Outcome {
  /** Files that now hold what was planned. */
  readonly written: readonly Written[];
  /** Files that could not be part of it, since what stands there is no text. */
  readonly skipped: readonly string[];
}

/**
 * One edit over all files. VS Code shows its own Refactor Preview with a tick for each file: new ones are ticked already,
 * a file that is there must be chosen on purpose.
 */
export async function previewPlan(root: vscode.Uri, facts: Facts, plan: Plan): Promise<Outcome> {
  const edit = new vscode.WorkspaceEdit();
  const skipped: string[] = [];
  const changes = plan.files.filter(({ action }) => action !== 'keep');
  const replaced = changes.filter(({ action }) => action === 'change');
  for (const file of changes.filter(({ action }) => action === 'create')) create(edit, root, { file, facts });
  for (const file of replaced) {
    const uri = vscode.Uri.joinPath(root, file.path);
    const metadata = { ...describe(file, facts), needsConfirmation: true };
    if (!(await replaceAll(edit, { uri, content: file.content, metadata }))) skipped.push(file.path);
  }
  if (replaced.length === skipped.length) askForPreview(edit, changes, root);
  if (edit.size === 0) return { written: [], skipped };
  const before = await Promise.all(replaced.map(async ({ path }) => [path, await readBytes(root, path)] as const));
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  await saveAll(changes.map(({ path }) => vscode.Uri.joinPath(root, path)));
  return { written: await findWritten(root, changes, new Map(before)), skipped };
}

function create(
  edit: vscode.WorkspaceEdit,
  root: vscode.Uri,
  { file, facts }: { readonly file: PlannedFile; readonly facts: Facts },
): void {
  const uri = vscode.Uri.joinPath(root, file.path);
  const metadata = { ...describe(file, facts), needsConfirmation: false };
  edit.createFile(uri, { ignoreIfExists: false, overwrite: false }, metadata);
  // Contents given as an insertion, not as bytes, are what the preview can show.
  edit.insert(uri, new vscode.Position(0, 0), file.content, metadata);
}

/**
 * VS Code shows the preview only for an edit that needs confirmation, and leaves just that one without a tick. An
 * insertion of nothing asks for the preview and leaves the ticks of the real files where they are.
 */
function askForPreview(edit: vscode.WorkspaceEdit, changes: readonly PlannedFile[], root: vscode.Uri): void {
  const last = changes.findLast(({ action }) => action === 'create');
  if (!last) return;
  const label = vscode.l10n.t('Look before you apply');
  edit.insert(vscode.Uri.joinPath(root, last.path), new vscode.Position(0, 0), '', { needsConfirmation: true, label });
}

/** Ticks may have been taken away, so only what now stands there counts as written. */
async function findWritten(
  root: vscode.Uri,
  changes: readonly PlannedFile[],
  before: ReadonlyMap<string, Uint8Array | null>,
): Promise<readonly Written[]> {
  const found = await Promise.all(
    changes.map(async ({ path, content }) =>
      (await holds(vscode.Uri.joinPath(root, path), content))
        ? [{ path, content, before: before.get(path) ?? null }]
        : [],
    ),
  );
  return found.flat();
}

function readBytes(root: vscode.Uri, path: string): Thenable<Uint8Array | null> {
  return vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, path)).then(
    (bytes) => bytes,
    () => null,
  );
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
function describe({ action, path }: PlannedFile, facts: Facts): { label: string; description: string } {
  const label =
    action === 'create' ? vscode.l10n.t('New container files') : vscode.l10n.t('Files that are already there');
  return { label, description: reasonFor(path, facts) };
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
