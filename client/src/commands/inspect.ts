import * as vscode from 'vscode';
import { inspectUri } from '../documents/inspect-uri.ts';
import type { ViewName } from '../views/model/index.ts';
import { chooseTargets, toggledGroup } from './targets.ts';
import type { Commands, Invocation, Tools } from './tools.ts';

/** Inspect and copy, which are the same for every kind of object. */
export function lookCommands(tools: Tools): Commands {
  return {
    'containers.inspect': (invocation) => inspect(tools, invocation, 'containers'),
    'images.inspect': (invocation) => inspect(tools, invocation, 'images'),
    'volumes.inspect': (invocation) => inspect(tools, invocation, 'volumes'),
    'networks.inspect': (invocation) => inspect(tools, invocation, 'networks'),
    'containers.copyId': (invocation) => copy(tools, invocation, { view: 'containers', what: 'id' }),
    'containers.copyName': (invocation) => copy(tools, invocation, { view: 'containers', what: 'name' }),
    'images.copyId': (invocation) => copy(tools, invocation, { view: 'images', what: 'id' }),
    'images.copyName': (invocation) => copy(tools, invocation, { view: 'images', what: 'name' }),
    'volumes.copyName': (invocation) => copy(tools, invocation, { view: 'volumes', what: 'name' }),
    'networks.copyId': (invocation) => copy(tools, invocation, { view: 'networks', what: 'id' }),
    'networks.copyName': (invocation) => copy(tools, invocation, { view: 'networks', what: 'name' }),
  };
}

async function inspect(tools: Tools, invocation: Invocation, view: ViewName): Promise<void> {
  if (await toggledGroup(tools, invocation, view)) return;
  const title = vscode.l10n.t('Objects to inspect');
  for (const target of await chooseTargets(tools, invocation, { view, title })) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.from(inspectUri(target)));
    await vscode.window.showTextDocument(document, { preview: true });
  }
}

async function copy(
  tools: Tools,
  invocation: Invocation,
  { view, what }: { readonly view: ViewName; readonly what: 'id' | 'name' },
): Promise<void> {
  const targets = await chooseTargets(tools, invocation, { view, title: vscode.l10n.t('Objects to copy from') });
  if (targets.length === 0) return;
  await vscode.env.clipboard.writeText(targets.map((target) => target[what]).join('\n'));
}
