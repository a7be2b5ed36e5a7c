import * as vscode from 'vscode';
import { buildStageCommand } from '#core';
import { inertName } from '../views/model/index.ts';
import { planBuild, readBuildArguments } from './build-arguments.ts';
import type { Commands, Invocation, Tools } from './tools.ts';

/** "Build this stage" above the stages of a Dockerfile. */
export function buildCommands(tools: Tools): Commands {
  return { [buildStageCommand.replace(/^drydock\./, '')]: (invocation) => buildStage(tools, invocation) };
}

async function buildStage(tools: Tools, [given]: Invocation): Promise<void> {
  const asked = readBuildArguments(given);
  if (!asked || !(await isTrusted())) return;
  const uri = vscode.Uri.parse(asked.uri);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  // The builder reads the disk, and the user means what is on the screen.
  if (open?.isDirty && !(await open.save())) return;
  const folder = vscode.Uri.joinPath(uri, '..').fsPath;
  const { args, env } = planBuild({ file: uri.fsPath, folder, target: asked.target }, tools.engine.state.endpoint);
  tools.log.info(`docker ${JSON.stringify(args)}`);
  const name = asked.target === null ? vscode.l10n.t('Build the last stage') : stageTitle(asked.target);
  const task = new vscode.Task(
    { type: 'drydock', stage: asked.target },
    vscode.workspace.getWorkspaceFolder(uri) ?? vscode.TaskScope.Workspace,
    name,
    'Drydock',
    new vscode.ProcessExecution('docker', [...args], { cwd: folder, env: { ...env } }),
    [],
  );
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, clear: true };
  await vscode.tasks.executeTask(task);
}

function stageTitle(stage: string): string {
  return vscode.l10n.t('Build the stage {stage}', { stage: inertName(stage) });
}

/** A build runs what the folder says. */
async function isTrusted(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Trust');
  const text = vscode.l10n.t('A build runs what the Dockerfile says. Trust this folder first.');
  if ((await vscode.window.showWarningMessage(text, manage)) === manage) {
    await vscode.commands.executeCommand('workbench.trust.manage');
  }
  return false;
}
