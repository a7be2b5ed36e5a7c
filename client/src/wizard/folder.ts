import * as vscode from 'vscode';

/** The folder to work on: the one that was clicked, the only one open, or the one that is picked. */
export async function chooseFolder(clicked: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  if (clicked) return folderOf(clicked);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) return offerFolder();
  if (folders.length === 1) return folders[0]?.uri;
  const placeHolder = vscode.l10n.t('Which folder holds the application?');
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}

/** A file stands for the folder it lies in. */
async function folderOf(uri: vscode.Uri): Promise<vscode.Uri> {
  const { type } = await vscode.workspace.fs.stat(uri);
  return (type & vscode.FileType.Directory) === 0 ? vscode.Uri.joinPath(uri, '..') : uri;
}

async function offerFolder(): Promise<undefined> {
  const open = vscode.l10n.t('Open Folder…');
  const text = vscode.l10n.t('Open the folder of the application first. Then Drydock can look at it.');
  if ((await vscode.window.showInformationMessage(text, open)) === open) {
    await vscode.commands.executeCommand('vscode.openFolder');
  }
}
