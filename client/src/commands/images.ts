import * as vscode from 'vscode';
import { EngineError, type PullProgress } from '#engine';
import { inertName, type Target } from '../views/model/index.ts';
import { confirmDestruction } from './confirm.ts';
import { doToEach } from './progress.ts';
import { pullShare } from './pull-share.ts';
import { chooseTargets } from './targets.ts';
import type { Commands, Invocation, Tools } from './tools.ts';

const view = 'images';

export function imageCommands(tools: Tools): Commands {
  return {
    'images.pull': () => pullImage(tools),
    'images.remove': (invocation) => removeImages(tools, invocation),
  };
}

async function pullImage(tools: Tools): Promise<void> {
  const reference = await vscode.window.showInputBox({
    title: vscode.l10n.t('Pull Image'),
    prompt: vscode.l10n.t('Name of the image, for example alpine:3.23 or ghcr.io/owner/name:1.2'),
    validateInput: (value) => (/^\S+$/.test(value.trim()) ? null : vscode.l10n.t('A name without spaces.')),
    ignoreFocusOut: true,
  });
  if (reference === undefined) return;
  const name = reference.trim();
  const title = vscode.l10n.t('Pulling {name}', { name: inertName(name) });
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  await vscode.window.withProgress(options, async (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    const layers = new Map<string, PullProgress>();
    let shown = 0;
    const onProgress = (step: PullProgress): void => {
      if (step.layer !== '') layers.set(step.layer, step);
      const share = pullShare([...layers.values()]);
      progress.report({ message: inertName(step.status), increment: Math.max(0, share - shown) });
      shown = Math.max(shown, share);
    };
    await tools.engine.use((engine) => engine.pullImage(name, onProgress, { signal: abort.signal })).catch(refusePull);
    vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('Pulled {name}', { name: inertName(name) })}`, 4_000);
  });
}

/** "Not found" is here the registry's word about an image that never was on this engine. */
function refusePull(error: unknown): never {
  if (!(error instanceof EngineError) || error.kind !== 'not-found') throw error;
  throw new EngineError('failed', error.own ?? error.message, { cause: error });
}

async function removeImages(tools: Tools, invocation: Invocation): Promise<void> {
  const targets = await chooseTargets(tools, invocation, { view, title: vscode.l10n.t('Images to remove') });
  if (targets.length === 0) return;
  const remove = vscode.l10n.t('Remove');
  const force = vscode.l10n.t('Remove by Force');
  const used = targets.some(({ flags }) => flags.includes('used'));
  const answer = await confirmDestruction(tools, {
    question:
      targets.length === 1
        ? vscode.l10n.t('Remove the image {name}?', { name: targets[0]?.name ?? '' })
        : vscode.l10n.t('Remove {count} images?', { count: targets.length }),
    objects: targets.map((target) => `${target.name}: ${consequence(tools, target, targets)}`),
    warning: used
      ? vscode.l10n.t(
          'A container uses one of them. The engine then refuses, unless forced; it always refuses while that container runs.',
        )
      : '',
    buttons: used ? [remove, force] : [remove],
  });
  if (answer === undefined) return;
  await doToEach(tools, targets, {
    view,
    title: vscode.l10n.t('Removing images'),
    done: vscode.l10n.t('Removed'),
    act: (engine, { reference }, signal) => engine.removeImage(reference, { force: answer === force }, { signal }),
  });
}

/** Removing one of several tags takes the tag; removing the last one takes the image. */
function consequence(tools: Tools, target: Target, chosen: readonly Target[]): string {
  const tags = tools.views.images.handles().flatMap(({ node }) => (node.target?.id === target.id ? [node.target] : []));
  const staying = tags.filter(({ reference }) => !chosen.some((other) => other.reference === reference));
  return staying.length > 0
    ? vscode.l10n.t('only this tag; the image stays as {names}', { names: staying.map(({ name }) => name).join(', ') })
    : vscode.l10n.t('the image itself');
}
