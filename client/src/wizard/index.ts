import * as vscode from 'vscode';

/** `Dockerize this App`, from the palette, the explorer's menu or a link that names a folder. */
export function registerWizard(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('drydock.dockerize', async (uri?: unknown) => {
      try {
        // Loaded when asked for: what it knows of stacks is no part of opening a window.
        const { dockerize } = await import('./dockerize.ts');
        await dockerize(uri instanceof vscode.Uri ? uri : undefined, log);
      } catch (error) {
        log.error(error instanceof Error ? error : String(error));
        const openLog = vscode.l10n.t('Open Log');
        const text = vscode.l10n.t('The wizard stopped: {reason}', { reason: String(error) });
        if ((await vscode.window.showErrorMessage(text, openLog)) === openLog) log.show();
      }
    }),
  );
}
