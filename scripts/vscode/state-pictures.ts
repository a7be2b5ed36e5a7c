import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { StartedEngine } from '../machine/engine.ts';
import { runOrFail } from '../machine/run.ts';
import { openFile, playScene, runCommand, setTheme, themes } from './pictures.ts';
import type { VscodeSession } from './session.ts';

interface Studio {
  readonly session: VscodeSession;
  readonly engine: StartedEngine;
  readonly page: Page;
  /** Keeps what the screen shows, once in each theme; `prepare` brings back what a change of theme takes away. */
  readonly keep: (name: string, prepare?: () => Promise<void>) => Promise<void>;
}

/**
 * What a user meets when something is not as usual: terminals, lists, popups, a pull that hangs or fails, an engine that
 * is empty, stopped, or none. Each wait is a check. The engine's objects are gone afterwards. Gives the pictures' names.
 */
export async function takeStatePictures(
  session: VscodeSession,
  engine: StartedEngine,
  folder: string,
): Promise<string[]> {
  const taken: string[] = [];
  const page = await session.openWindow();
  const keep: Studio['keep'] = async (name, prepare): Promise<void> => {
    for (const [theme, label] of Object.entries(themes)) {
      await setTheme(session, label);
      await page
        .locator(theme === 'dark' ? '.monaco-workbench.vs-dark' : '.monaco-workbench.vs')
        .first()
        .waitFor();
      await prepare?.();
      await sleep(300);
      await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
      taken.push(`${name}-${theme}`);
    }
  };
  const studio = { session, engine, page, keep };
  await runCommand(page, 'Focus on Containers View');
  await untilViewSays(page, 'shop');
  for (const scene of [pictureLines, pictureTerminals, picturePull, picturePopups, pictureWizard]) {
    await playScene(page, { name: scene.name, folder }, () => scene(studio));
  }
  await pictureOutages(studio);
  await page.context().browser()?.close();
  return taken;
}

const row = (page: Page, name: string) => page.locator('.pane-body .monaco-list-row').filter({ hasText: name }).first();

async function pictureLines({ page, keep }: Studio): Promise<void> {
  await keep('container-tooltip', async () => {
    await row(page, 'lonely').hover();
    await row(page, 'db').hover();
    await page.locator('.workbench-hover').getByText('shop-db-1').first().waitFor();
  });
  await row(page, 'web').click();
  await row(page, 'lonely').click({ modifiers: ['Control'] });
  await row(page, 'lonely').click({ button: 'right' });
  await page.locator('.monaco-menu').getByText('Stop Container').waitFor();
  await keep('container-menu-of-two');
  await page.keyboard.press('Escape');
  await row(page, 'lonely').click();
  await page.keyboard.press('Enter');
  await page.locator('.view-line').filter({ hasText: '"Id"' }).first().waitFor();
  await keep('inspect');
  await runCommand(page, 'Drydock: Prune Unused Networks');
  await page.locator('.quick-input-list').getByText('quiet').first().waitFor();
  await keep('prune-list');
  await page.keyboard.press('Escape');
}

async function pictureTerminals({ page, keep }: Studio): Promise<void> {
  await row(page, 'web').click();
  await row(page, 'web').getByRole('button', { name: 'Follow Container Logs' }).click();
  await page.locator('.terminal-tab, .single-terminal-tab').getByText('Log of').first().waitFor();
  await sleep(2_500);
  await keep('log-terminal');
  await runCommand(page, 'Drydock: Open Shell in Container');
  const choice = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'lonely' }).first();
  await choice.waitFor();
  await page.keyboard.type('lonely');
  await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: 'lonely' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.terminal-tab, .single-terminal-tab').getByText('lonely').first().waitFor();
  await sleep(1_500);
  await page.keyboard.type('id && ls /\n');
  await sleep(1_000);
  await keep('shell-terminal');
  await runCommand(page, 'Terminal: Kill All Terminals');
}

/** One registry that never answers, until Cancel is pressed; and one that does not exist. */
async function picturePull({ page, keep }: Studio): Promise<void> {
  const connections = new Set<{ destroy(): void }>();
  const silent = createServer((socket) => connections.add(socket.on('error', () => undefined)));
  await listen(silent, { host: '127.0.0.1', port: 0 });
  const { port } = silent.address() as AddressInfo;
  await pull(page, `127.0.0.1:${port}/slow:1`);
  const cancel = page.locator('.notification-toast').getByRole('button', { name: 'Cancel' });
  await cancel.waitFor();
  await keep('pull-going');
  await cancel.click();
  await cancel.waitFor({ state: 'hidden', timeout: 5_000 });
  for (const socket of connections) socket.destroy();
  silent.close();
  await pull(page, `127.0.0.1:${port}/gone:1`);
  await page.locator('.notification-toast').getByText('The engine said').first().waitFor({ timeout: 30_000 });
  await keep('pull-failed');
  await runCommand(page, 'Notifications: Clear All');
}

async function pull(page: Page, name: string): Promise<void> {
  await runCommand(page, 'Drydock: Pull Image');
  await page.locator('.quick-input-title').getByText('Pull Image').waitFor();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

async function picturePopups({ page, keep }: Studio): Promise<void> {
  for (const [file, text] of [
    ['Dockerfile', 'FROM'],
    ['compose.yaml', 'privileged'],
  ] as const) {
    await openFile(page, file);
    await page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error').first().waitFor();
    const word = page.locator('.view-line span span').filter({ hasText: text }).first();
    await word.click();
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    await page.locator('.monaco-hover:visible').first().waitFor();
    await keep(`hover-${file}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('End');
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget').getByText('Silence').first().waitFor();
    await keep(`fixes-${file}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('H');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
    await keep(`completion-${file}`);
    await page.keyboard.press('Escape');
    await runCommand(page, 'File: Revert File');
  }
  await runCommand(page, 'View: Close All Editors');
}

/** From the explorer's menu to files on the disk, and back again with one click. */
async function pictureWizard({ session, page, keep }: Studio): Promise<void> {
  const made = ['Dockerfile', '.dockerignore', 'compose.yaml'].map((name) => join(session.workspace, 'web', name));
  const are = (there: boolean) => untilTrue(() => made.every((path) => existsSync(path) === there));
  await runCommand(page, 'View: Show Explorer');
  await page
    .locator('.explorer-folders-view .monaco-list-row')
    .filter({ hasText: 'web' })
    .first()
    .click({ button: 'right' });
  await page.locator('.monaco-menu').getByText('Dockerize This App').hover();
  await keep('wizard-in-explorer');
  await page.keyboard.press('Enter');
  const apply = page.getByRole('button', { name: 'Apply', exact: true });
  await apply.waitFor();
  await are(false);
  await apply.click();
  await are(true);
  const undo = page.locator('.notification-toast').getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  await keep('wizard-written');
  await undo.click();
  await are(false);
  await runCommand(page, 'Notifications: Clear All');
  await runCommand(page, 'Focus on Containers View');
}

async function untilTrue(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 100) throw new Error('The files of the wizard are not as expected after 10 s.');
    await sleep(100);
  }
}

/** An engine of our own is stopped, replaced by something else, started again and emptied. */
async function pictureOutages({ page, keep, engine }: Studio): Promise<void> {
  if (engine.pid() === null) return console.log('No pictures of outages: this engine is not ours to stop.');
  console.log('No picture of a refused permission: the super-user, who has to start the engine, is refused nothing.');
  const path = engine.host.replace(/^unix:\/\//, '');
  await engine.halt();
  await untilViewSays(page, 'does not answer');
  await keep('engine-stopped');
  if (existsSync(path)) await rm(path);
  const website = createHttpServer((_, response) => response.end('<html>not an engine</html>'));
  await listen(website, { path });
  await untilViewSays(page, 'is not a Docker engine');
  await keep('engine-is-a-website');
  website.closeAllConnections();
  await new Promise((resolve) => website.close(resolve));
  await engine.resume();
  await untilViewSays(page, 'shop');
  await empty({ ...process.env, ...engine.env });
  await untilViewSays(page, 'There are no containers');
  await keep('engine-empty');
}

async function empty(env: NodeJS.ProcessEnv): Promise<void> {
  for (const [list, remove] of [
    [
      ['ps', '--all', '--quiet'],
      ['rm', '--force', '--volumes'],
    ],
    [
      ['images', '--quiet'],
      ['rmi', '--force'],
    ],
  ] as const) {
    const found = (await runOrFail('docker', [...list], { env })).split(/\s+/).filter((id) => id !== '');
    if (found.length > 0) await runOrFail('docker', [...remove, ...new Set(found)], { env });
  }
}

/** Drydock looks again by itself, at the latest every half minute: nobody presses anything here. */
async function untilViewSays(page: Page, text: string): Promise<void> {
  await page.locator('.pane-body').getByText(text).first().waitFor({ timeout: 60_000 });
}

function listen(server: Server, at: { path: string } | { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => server.once('error', reject).listen(at, resolve));
}
