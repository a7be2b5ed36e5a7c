import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import type { DrydockApi } from '../../../client/src/api.ts';
import type { ViewName } from '../../../client/src/views/model/index.ts';
import type { TreeHandle } from '../../../client/src/views/tree-adapter.ts';

/** Marks everything that this suite makes, so that it removes nothing else. */
export const label = 'dev.drydock.suite=1';

export function extension(): vscode.Extension<DrydockApi> {
  const found = vscode.extensions.getExtension<DrydockApi>('drydock.drydock');
  if (!found) throw new Error('VS Code does not know the extension drydock.drydock.');
  return found;
}

export async function drydock(): Promise<DrydockApi> {
  return extension().activate();
}

/** The Drydock API with the views open and the engine there. */
export async function connectedDrydock(): Promise<DrydockApi> {
  const api = await drydock();
  await vscode.commands.executeCommand('drydock.containers.focus');
  await until(() => api.engine().state === 'connected', 'the engine is connected', 20_000);
  return api;
}

export function french(): boolean {
  return vscode.env.language.startsWith('fr');
}

/** Waits for something that becomes true by itself; fails naming it. */
export async function until(condition: () => boolean, what: string, timeout = 10_000): Promise<void> {
  const end = Date.now() + timeout;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`After ${timeout / 1000} s it is still not so that ${what}`);
    await sleep(50);
  }
}

/** The same for a question that takes time to answer. */
export async function untilAsync(condition: () => Promise<boolean>, what: string, timeout = 10_000): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`After ${timeout / 1000} s it is still not so that ${what}`);
    await sleep(200);
  }
}

/** Runs the real docker command against the same engine; gives its lines. */
export async function docker(...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)('docker', [...args], { timeout: 60_000 });
  return stdout.split('\n').filter((line) => line !== '');
}

/** Removes what the suite has made, also what an earlier run left behind. */
export async function removeLeftovers(): Promise<void> {
  const filter = ['--filter', `label=${label}`];
  const remove = async (list: readonly string[], ...command: readonly string[]): Promise<void> => {
    const found = await docker(...list, ...filter, '--quiet');
    if (found.length > 0) await docker(...command, ...found);
  };
  await remove(['ps', '--all'], 'rm', '--force', '--volumes');
  await remove(['volume', 'ls'], 'volume', 'rm');
  await remove(['network', 'ls'], 'network', 'rm');
}

/** Makes a container of the suite's image; gives its line once the view shows that it runs. */
export async function makeContainer(api: DrydockApi, name: string, ...rest: readonly string[]): Promise<TreeHandle> {
  const options = ['--detach', '--label', label, '--stop-timeout', '1', '--name', name];
  await docker('run', ...options, ...(rest.length > 0 ? rest : ['busybox:local', 'sleep', '3600']));
  const line = await untilShown(api, 'containers', name);
  await until(() => line.node.flags.includes('running'), `the view shows that ${name} runs`);
  return line;
}

export function findLine(api: DrydockApi, view: ViewName, name: string): TreeHandle | undefined {
  return api.lines(view).find(({ node }) => node.target?.name === name);
}

export async function untilShown(api: DrydockApi, view: ViewName, name: string): Promise<TreeHandle> {
  await until(() => findLine(api, view, name) !== undefined, `the view ${view} shows ${name}`);
  const line = findLine(api, view, name);
  if (!line) throw new Error(`${name} went away again`);
  return line;
}

export function folder(): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!found) throw new Error('No folder is open.');
  return found;
}

export async function openText(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

export function ownDiagnostics(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'drydock');
}

/** The rule that a diagnostic comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
