import { ignoredFolders, maxFileCount, maxFileSize, type FileTree } from '#core';
import * as vscode from 'vscode';

/** Folders that are listed at the same time: a remote file system answers each one slowly. */
const atOnce = 16;

/**
 * The files below a folder through VS Code's own file systems, so that virtual and remote workspaces work too. Links are
 * not followed. Undefined once the user has cancelled.
 */
export async function readWorkspaceTree(
  root: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<FileTree | undefined> {
  const paths: string[] = [];
  let open = [''];
  while (open.length > 0 && paths.length < maxFileCount) {
    if (token.isCancellationRequested) return undefined;
    const listed = await Promise.all(open.slice(0, atOnce).map((folder) => listFolder(root, folder)));
    open = [...open.slice(atOnce), ...listed.flatMap(({ folders }) => folders)];
    paths.push(...listed.flatMap(({ files }) => files));
  }
  return { paths, read: (path) => readText(vscode.Uri.joinPath(root, path)) };
}

interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

async function listFolder(root: vscode.Uri, folder: string): Promise<Listing> {
  const entries = await readDirectory(folder === '' ? root : vscode.Uri.joinPath(root, folder), folder === '');
  const files: string[] = [];
  const folders: string[] = [];
  for (const [name, type] of entries) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (type === vscode.FileType.File) files.push(path);
    else if (type === vscode.FileType.Directory && !isIgnored(path, name)) folders.push(path);
  }
  return { files, folders };
}

/** A folder inside that may not be read has nothing for us; the chosen folder itself must be readable. */
async function readDirectory(uri: vscode.Uri, isRoot: boolean): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(uri);
  } catch (error) {
    if (isRoot) throw error;
    return [];
  }
}

function isIgnored(path: string, name: string): boolean {
  return ignoredFolders.includes(name) || path.endsWith('.yarn/cache');
}

/** What the editor shows, saved or not, before what is stored. */
async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > maxFileSize) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // Unreadable and no text are the same to the wizard: it says so where the file matters.
    return undefined;
  }
}
