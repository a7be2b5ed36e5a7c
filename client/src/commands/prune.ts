import * as vscode from 'vscode';
import { formatSize } from '#core';
import type { Doomed, ObjectKind } from '#engine';
import { engineName } from '../engine-service.ts';
import { say } from '../say.ts';
import type { EngineView } from '../views/views.ts';
import { inertName, type ViewName } from '../views/model/index.ts';
import { confirmDestruction } from './confirm.ts';
import { withEngineProgress } from './progress.ts';
import { reportOutcomes } from './report.ts';
import type { Commands, Tools } from './tools.ts';

/** Each view's prune: a list of what would go, everything checked, then one question, then exactly the checked ones. */
export function pruneCommands(tools: Tools): Commands {
  return {
    'containers.prune': () => pruneObjects(tools, 'containers', 'container'),
    'images.prune': () => pruneObjects(tools, 'images', 'image'),
    'volumes.prune': () => pruneObjects(tools, 'volumes', 'volume'),
    'networks.prune': () => pruneObjects(tools, 'networks', 'network'),
  };
}

async function pruneObjects(tools: Tools, view: ViewName, kind: ObjectKind): Promise<void> {
  const looking = { view, title: vscode.l10n.t('Looking for what is unused') };
  const preview = await withEngineProgress(tools, looking, (engine, signal) => engine.previewPrune(kind, { signal }));
  const engine = inertName(engineName(tools.engine.state.endpoint));
  if (preview.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to prune on {engine}.', { engine }));
    return;
  }
  const title = vscode.l10n.t('Prune on {engine}: uncheck what shall stay', { engine });
  const items = preview.map((object) => itemOf(tools.views[view], object));
  const picked = await vscode.window.showQuickPick(items, { title, canPickMany: true, ignoreFocusOut: true });
  if (!picked || picked.length === 0) return;
  const doomed = picked.map(({ object }) => object);
  const remove = vscode.l10n.t('Remove');
  const answer = await confirmDestruction(tools, {
    question: vscode.l10n.t('Remove {count} unused objects?', { count: doomed.length }),
    objects: doomed.map(lineOf),
    warning: kind === 'volume' ? vscode.l10n.t('The data in a volume is lost with it. There is no way back.') : '',
    buttons: [remove],
  });
  if (answer === undefined) return;
  const work = { view, title: vscode.l10n.t('Pruning') };
  const outcomes = await withEngineProgress(tools, work, (engine, signal) => engine.prune(doomed, { signal }));
  const gone = outcomes.filter(({ removed }) => removed).map(({ object }) => object);
  const size = formatSize(gone.reduce((sum, object) => sum + (object.size ?? 0), 0));
  reportOutcomes(
    tools,
    outcomes.map(({ object: { name }, removed, error, own }) => {
      const why = own ? say(own) : (error ?? '');
      return { name, error: removed ? null : why };
    }),
    vscode.l10n.t('Removed {count}, {size} freed', { count: gone.length, size }),
  );
}

/** A line as the view has it: a bare id or name does not tell what one would miss. */
function itemOf(view: EngineView, object: Doomed) {
  const { id, name } = object;
  const handle = view.handles().find(({ node }) => node.target?.id === id);
  const known = (handle?.node.description ?? []).map(say);
  const size = sizeOf(object);
  const parts = known.includes(size) ? known : [...known, size];
  const description = inertName(parts.filter((part) => part !== '').join(' · '));
  return { label: inertName(name), description, picked: true, object };
}

function lineOf(object: Doomed): string {
  const size = sizeOf(object);
  return size === '' ? object.name : `${object.name} (${size})`;
}

function sizeOf({ size }: Doomed): string {
  return size === null ? '' : formatSize(size);
}
