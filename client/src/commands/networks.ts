import * as vscode from 'vscode';
import { confirmDestruction } from './confirm.ts';
import { askName } from './input.ts';
import { doToEach, withEngineProgress } from './progress.ts';
import { chooseTargets } from './targets.ts';
import type { Commands, Invocation, Tools } from './tools.ts';

const view = 'networks';

export function networkCommands(tools: Tools): Commands {
  return {
    'networks.create': () => createNetwork(tools),
    'networks.remove': (invocation) => removeNetworks(tools, invocation),
  };
}

async function createNetwork(tools: Tools): Promise<void> {
  const title = vscode.l10n.t('Create Network');
  const name = await askName(tools, view, title);
  if (name === undefined) return;
  const picked = await vscode.window.showQuickPick(kindsOfNetwork(), {
    title,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!picked) return;
  const { driver, internal } = picked;
  await withEngineProgress(tools, { view, title: vscode.l10n.t('Creating {name}', { name }) }, (engine, signal) =>
    engine.createNetwork({ name, driver, internal }, { signal }),
  );
}

function kindsOfNetwork() {
  const kind = (driver: string, detail: string, internal = false) => ({
    label: internal ? `${driver} · ${vscode.l10n.t('no way out')}` : driver,
    detail,
    driver,
    internal,
  });
  return [
    kind('bridge', vscode.l10n.t('Containers on this machine reach each other by name, and the outside world.')),
    kind('bridge', vscode.l10n.t('Containers on this machine reach each other by name, but nothing outside.'), true),
    kind('overlay', vscode.l10n.t('Containers on all machines of a swarm reach each other. Needs a swarm.')),
    kind('macvlan', vscode.l10n.t('Each container gets an address on the physical network.')),
    kind('ipvlan', vscode.l10n.t('Like macvlan, with one hardware address for all.')),
  ];
}

async function removeNetworks(tools: Tools, invocation: Invocation): Promise<void> {
  const choice = { view, title: vscode.l10n.t('Networks to remove'), needs: ['custom'] } as const;
  const targets = await chooseTargets(tools, invocation, choice);
  if (targets.length === 0) return;
  const answer = await confirmDestruction(tools, {
    question:
      targets.length === 1
        ? vscode.l10n.t('Remove the network {name}?', { name: targets[0]?.name ?? '' })
        : vscode.l10n.t('Remove {count} networks?', { count: targets.length }),
    objects: targets.map(({ name, flags }) => (flags.includes('used') ? `${name} (${vscode.l10n.t('in use')})` : name)),
    warning: vscode.l10n.t('The engine refuses to remove a network while containers are connected to it.'),
    buttons: [vscode.l10n.t('Remove')],
  });
  if (answer === undefined) return;
  await doToEach(tools, targets, {
    view,
    title: vscode.l10n.t('Removing networks'),
    done: vscode.l10n.t('Removed'),
    act: (engine, { id }, signal) => engine.removeNetwork(id, { signal }),
  });
}
