import * as vscode from 'vscode';
import type { Engine } from '#engine';
import type { Target } from '../views/model/index.ts';
import { openLogTerminal } from '../terminals/log-terminal.ts';
import { openShellTerminal } from '../terminals/shell-terminal.ts';
import { confirmDestruction } from './confirm.ts';
import { doToEach } from './progress.ts';
import { chooseTargets } from './targets.ts';
import type { Command, Commands, Tools } from './tools.ts';

const view = 'containers';

export function containerCommands(tools: Tools): Commands {
  return {
    'containers.start': changeCommand(tools, {
      needs: ['stopped'],
      pick: vscode.l10n.t('Containers to start'),
      title: vscode.l10n.t('Starting containers'),
      done: vscode.l10n.t('Started'),
      act: (engine, { id }, signal) => engine.startContainer(id, { signal }),
    }),
    'containers.stop': changeCommand(tools, {
      needs: ['running'],
      pick: vscode.l10n.t('Containers to stop'),
      title: vscode.l10n.t('Stopping containers'),
      done: vscode.l10n.t('Stopped'),
      act: (engine, { id }, signal) => engine.stopContainer(id, { signal }),
    }),
    'containers.restart': changeCommand(tools, {
      needs: ['running'],
      pick: vscode.l10n.t('Containers to restart'),
      title: vscode.l10n.t('Restarting containers'),
      done: vscode.l10n.t('Restarted'),
      act: (engine, { id }, signal) => engine.restartContainer(id, { signal }),
    }),
    'containers.remove': (invocation) => removeContainers(tools, invocation),
    'containers.logs': async (invocation) => {
      const title = vscode.l10n.t('Containers whose logs to follow');
      for (const target of await chooseTargets(tools, invocation, { view, title })) openLogTerminal(tools, target);
    },
    'containers.shell': async (invocation) => {
      const choice = {
        view,
        title: vscode.l10n.t('Container to open a shell in'),
        needs: ['live'],
        many: false,
      } as const;
      for (const target of await chooseTargets(tools, invocation, choice)) openShellTerminal(tools, target);
    },
  };
}

interface Change {
  readonly needs: readonly string[];
  readonly pick: string;
  readonly title: string;
  readonly done: string;
  readonly act: (engine: Engine, target: Target, signal: AbortSignal) => Promise<void>;
}

function changeCommand(tools: Tools, { needs, pick, title, done, act }: Change): Command {
  return async (invocation) => {
    const targets = await chooseTargets(tools, invocation, { view, title: pick, needs });
    await doToEach(tools, targets, { view, title, done, act });
  };
}

async function removeContainers(tools: Tools, invocation: readonly unknown[]): Promise<void> {
  const targets = await chooseTargets(tools, invocation, { view, title: vscode.l10n.t('Containers to remove') });
  if (targets.length === 0) return;
  const running = targets.filter(({ flags }) => flags.includes('running'));
  const force = running.length > 0;
  const plain = force ? vscode.l10n.t('Kill and Remove') : vscode.l10n.t('Remove');
  const withVolumes = force
    ? vscode.l10n.t('Kill and Remove with Anonymous Volumes')
    : vscode.l10n.t('Remove with Anonymous Volumes');
  const answer = await confirmDestruction(tools, {
    question:
      targets.length === 1
        ? vscode.l10n.t('Remove the container {name}?', { name: targets[0]?.name ?? '' })
        : vscode.l10n.t('Remove {count} containers?', { count: targets.length }),
    objects: targets.map(({ name, flags }) =>
      flags.includes('running') ? `${name} (${vscode.l10n.t('running')})` : name,
    ),
    warning: vscode.l10n.t('What was written inside a container and not in a volume is lost.'),
    buttons: [plain, withVolumes],
  });
  if (answer === undefined) return;
  await doToEach(tools, targets, {
    view,
    title: vscode.l10n.t('Removing containers'),
    done: vscode.l10n.t('Removed'),
    act: (engine, { id, flags }, signal) => {
      const removal = { force: flags.includes('running'), volumes: answer === withVolumes };
      return engine.removeContainer(id, removal, { signal });
    },
  });
}
