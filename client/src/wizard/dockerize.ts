import { findTableAge, planTree, type Answers, type Facts, type FileTree, type Plan } from '#core';
import * as vscode from 'vscode';
import { say } from '../say.ts';
import { chooseFolder } from './folder.ts';
import { technologyNames } from './names.data.ts';
import { previewPlan } from './preview.ts';
import { askQuestions, because } from './questions.ts';
import { takeBack, type Written } from './take-back.ts';
import { readWorkspaceTree } from './workspace-tree.ts';

interface Looked {
  readonly tree: FileTree;
  readonly facts: Facts;
  readonly plan: Plan;
}

/** From a folder to container files: looks, asks what is open, previews, writes. Only reads text, so it needs no trust. */
export async function dockerize(clicked: vscode.Uri | undefined, log: vscode.LogOutputChannel): Promise<void> {
  const root = await chooseFolder(clicked);
  const looked = root && (await look(root));
  if (!looked) return;
  logFacts(looked.facts, log);
  if (looked.facts.apps.length === 0) return tellRefusals(looked.facts);
  const { questions } = looked.plan;
  const answers = await askQuestions(looked.facts, questions);
  if (!answers) return;
  const { facts, plan } = questions.length > 0 ? await planAgain(looked, answers) : looked;
  if (plan.files.every(({ action }) => action === 'keep')) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Everything is already as it should be.'));
    return;
  }
  tellFacts(facts, log);
  const { written, skipped } = await previewPlan(root, facts, plan);
  for (const path of skipped) tellSkipped(path);
  if (written.length > 0) await tellDone(root, plan, written);
}

async function look(root: vscode.Uri): Promise<Looked | undefined> {
  const title = vscode.l10n.t('Looking for applications');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_, token) => {
    const tree = await readWorkspaceTree(root, token);
    if (!tree) return undefined;
    const planned = await planTree(tree, {});
    return token.isCancellationRequested ? undefined : { tree, ...planned };
  });
}

async function planAgain({ tree }: Looked, answers: Answers): Promise<{ facts: Facts; plan: Plan }> {
  return planTree(tree, answers);
}

/** All evidence, for whoever wants to know more than the preview's one line. */
function logFacts(facts: Facts, log: vscode.LogOutputChannel): void {
  for (const { path, language, framework, evidence } of facts.apps) {
    log.info(`dockerize ${path}: ${framework ?? language}`);
    for (const proof of evidence) log.info(`  ${proof.fact}: ${because(proof)}`);
  }
  for (const { id, need, evidence } of facts.services) {
    for (const proof of evidence) log.info(`dockerize ${id} (${need}): ${because(proof)}`);
  }
}

/** What was found, beside the preview: the services with the reason for each, and a way to the rest. */
function tellFacts({ apps, services }: Facts, log: vscode.LogOutputChannel): void {
  const found = apps.map(({ title, framework, language, version, port }) => {
    const known = framework === null ? [] : [nameOf(framework)];
    const listening = port === null ? [] : [vscode.l10n.t('port {port}', { port })];
    const facts = [`${nameOf(language)} ${version}`, ...known, ...listening].join(', ');
    return vscode.l10n.t('{app}: {facts}.', { app: title, facts });
  });
  const used = services.flatMap(({ id, evidence }) => (evidence[0] ? [`${nameOf(id)}, ${because(evidence[0])}.`] : []));
  const show = vscode.l10n.t('Show All Evidence');
  void vscode.window.showInformationMessage([...found, ...used].join(' '), show).then((picked) => {
    if (picked === show) log.show();
  });
}

function nameOf(id: string): string {
  return technologyNames[id] ?? id;
}

function tellRefusals({ refusals }: Facts): void {
  const shown = refusals.slice(0, 3).map(({ reason }) => say(reason));
  const more = refusals.length > 3 ? [vscode.l10n.t('and {count} more', { count: refusals.length - 3 })] : [];
  void vscode.window.showWarningMessage([...shown, ...more].join(' '));
}

function tellSkipped(path: string): void {
  void vscode.window.showWarningMessage(vscode.l10n.t('{path} is no text, so it was left alone.', { path }));
}

async function tellDone(root: vscode.Uri, plan: Plan, written: readonly Written[]): Promise<void> {
  const age = findTableAge(new Date().toISOString().slice(0, 10));
  const notes = (age ? [...plan.notes, age] : plan.notes).map(say);
  const text = vscode.l10n.t('The container files are written. Start everything with `docker compose up --build`.');
  const compose = written.find(({ path }) => /compose\.ya?ml$/.test(path));
  const open = vscode.l10n.t('Open {file}', { file: compose?.path ?? '' });
  const undo = vscode.l10n.t('Undo');
  const offers = compose ? [open, undo] : [undo];
  const picked = await vscode.window.showInformationMessage([text, ...notes].join(' '), ...offers);
  if (compose && picked === open) await vscode.window.showTextDocument(vscode.Uri.joinPath(root, compose.path));
  if (picked === undo) tellUndone(await takeBack(root, written));
}

function tellUndone(left: readonly string[]): void {
  if (left.length === 0) {
    vscode.window.setStatusBarMessage(`$(check) ${vscode.l10n.t('Everything is as it was before.')}`, 4_000);
    return;
  }
  const paths = left.join(', ');
  void vscode.window.showWarningMessage(vscode.l10n.t('{paths} changed meanwhile and stays as it is.', { paths }));
}
