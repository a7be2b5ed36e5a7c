import * as vscode from 'vscode';
import { confirmDestruction } from './confirm.ts';
import { askName } from './input.ts';
import { doToEach, withEngineProgress } from './progress.ts';
import { chooseTargets } from './targets.ts';
import type { Commands, Invocation, Tools } from './tools.ts';

const view = 'volumes';

export function volumeCommands(tools: Tools): Commands {
  return {
    'volumes.create': async () => {
      const name = await askName(tools, view, vscode.l10n.t('Create Volume'));
      if (name === undefined) return;
      const title = vscode.l10n.t('Creating {name}', { name });
      await withEngineProgress(tools, { view, title }, (engine, signal) => engine.createVolume({ name }, { signal }));
    },
    'volumes.remove': (invocation) => removeVolumes(tools, invocation),
  };
}

async function removeVolumes(tools: Tools, invocation: Invocation): Promise<void> {
  const targets = await chooseTargets(tools, invocation, { view, title: vscode.l10n.t('Volumes to remove') });
  if (targets.length === 0) return;
  const answer = await confirmDestruction(tools, {
    question:
      targets.length === 1
        ? vscode.l10n.t('Remove the volume {name}?', { name: targets[0]?.name ?? '' })
        : vscode.l10n.t('Remove {count} volumes?', { count: targets.length }),
    objects: targets.map(({ name, flags }) => (flags.includes('used') ? `${name} (${vscode.l10n.t('in use')})` : name)),
    warning: vscode.l10n.t('The data in a volume is lost with it. There is no way back.'),
    buttons: [vscode.l10n.t('Remove')],
  });
  if (answer === undefined) return;
  await doToEach(tools, targets, {
    view,
    title: vscode.l10n.t('Removing volumes'),
    done: vscode.l10n.t('Removed'),
    act: (engine, { id }, signal) => engine.removeVolume(id, { signal }),
  });
}
