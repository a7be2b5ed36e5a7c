import * as vscode from 'vscode';

/** One file as the wizard left it, and what was there before it came. */
export interface Written {
  readonly path: string;
  readonly content: string;
  /** Null for a file that was new. */
  readonly before: Uint8Array | null;
}

/**
 * Puts everything back as it was. The editor's own undo knows nothing of files whose editors were never open. What was
 * changed since stays as it is; gives the paths of those.
 */
export async function takeBack(root: vscode.Uri, files: readonly Written[]): Promise<readonly string[]> {
  const left = await Promise.all(
    files.map(async ({ path, content, before }) => {
      const uri = vscode.Uri.joinPath(root, path);
      if (!(await holds(uri, content))) return [path];
      if (before) await vscode.workspace.fs.writeFile(uri, before);
      else await vscode.workspace.fs.delete(uri);
      return [];
    }),
  );
  return left.flat();
}

/** True when the file says exactly this, on the disk and in an editor. */
export async function holds(uri: vscode.Uri, content: string): Promise<boolean> {
  const shown = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (shown?.isDirty) return false;
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return text.replaceAll('\r\n', '\n') === content.replaceAll('\r\n', '\n');
  } catch {
    return false;
  }
}
