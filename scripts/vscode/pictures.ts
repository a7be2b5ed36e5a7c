import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import type { VscodeSession } from './session.ts';

export const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' } as const;

/** Acts as a person would, by keyboard, and keeps what the screen shows; gives the names of the pictures. */
export async function takePictures(session: VscodeSession, folder: string): Promise<string[]> {
  const taken: string[] = [];
  for (const [theme, label] of Object.entries(themes)) {
    await setTheme(session, label);
    const page = await session.openWindow();
    const keep = async (name: string): Promise<void> => {
      await page.screenshot({ path: join(folder, `${name}-${theme}.png`) });
      taken.push(`${name}-${theme}`);
    };
    await pictureViews(page, keep);
    await pictureEditor(page, keep);
    await pictureRemoval(page, keep, theme === 'dark' ? 'Escape' : 'Enter');
    await pictureWizard(page, keep);
    await page.context().browser()?.close();
  }
  await pictureFrench(session, folder);
  taken.push('containers-french');
  return taken;
}

type Keep = (name: string) => Promise<void>;

async function pictureViews(page: Page, keep: Keep): Promise<void> {
  await runCommand(page, 'Focus on Containers View');
  await page.locator('.tree-explorer-viewlet-tree-view').getByText('shop').first().waitFor({ timeout: 30_000 });
  await sleep(1_000);
  await keep('containers');
  for (const [view, object] of Object.entries({ Images: 'busybox:local', Volumes: 'notes', Networks: 'quiet' })) {
    await runCommand(page, `Focus on ${view} View`);
    await page.locator('.pane-body .monaco-list-row').filter({ hasText: object }).first().waitFor();
    // The pane slides open; its rows are there before it has.
    await sleep(700);
    await keep(view.toLowerCase());
  }
}

async function pictureEditor(page: Page, keep: Keep): Promise<void> {
  await openFile(page, 'Dockerfile');
  await page
    .locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error')
    .first()
    .waitFor({ timeout: 30_000 });
  await runCommand(page, 'View: Focus Problems');
  await sleep(1_000);
  await keep('dockerfile');
  await openFile(page, 'compose.yaml');
  await sleep(1_500);
  await keep('compose');
}

/** A destructive verb by keyboard: the question names the engine and the object. Escape leaves it alone, Enter removes it. */
async function pictureRemoval(page: Page, keep: Keep, answer: 'Escape' | 'Enter'): Promise<void> {
  const row = page.locator('.pane-body .monaco-list-row').filter({ hasText: 'resting' }).first();
  await row.click();
  await page.keyboard.press('Delete');
  const question = page.locator('.monaco-dialog-box');
  await question.getByText('resting').first().waitFor();
  await question.getByText('unix://').first().waitFor();
  await sleep(500);
  await keep('remove-question');
  await page.keyboard.press(answer);
  await question.waitFor({ state: 'hidden' });
  await row.waitFor({ state: answer === 'Enter' ? 'hidden' : 'visible', timeout: 10_000 });
}

async function pictureWizard(page: Page, keep: Keep): Promise<void> {
  await runCommand(page, 'Dockerize This App');
  await page
    .getByText(/Refactor Preview/i)
    .first()
    .waitFor({ timeout: 30_000 });
  await sleep(1_500);
  await keep('wizard-preview');
}

async function pictureFrench(session: VscodeSession, folder: string): Promise<void> {
  const page = await session.openWindow({ locale: 'fr' });
  await runCommand(page, 'Focus on Conteneurs View');
  await sleep(2_500);
  await page.screenshot({ path: join(folder, 'containers-french.png') });
  await page.context().browser()?.close();
}

/**
 * Plays a scene, and once more when a click went astray, as happens on a machine that is busy with something else. What
 * is really broken fails both times. The picture of the window says what was in the way.
 */
export async function playScene(
  page: Page,
  { name, folder }: { readonly name: string; readonly folder: string },
  play: () => Promise<void>,
): Promise<void> {
  try {
    await play();
  } catch (error) {
    const path = join(folder, `astray-${name}.png`);
    await page.screenshot({ path });
    console.log(`${name} is played once more, ${path} shows why: ${String(error)}`);
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape');
    await runCommand(page, 'Notifications: Clear All');
    await runCommand(page, 'Terminal: Kill All Terminals');
    await runCommand(page, 'View: Close All Editors');
    await runCommand(page, 'Focus on Containers View');
    await play();
  }
}

/** Picks a command from the palette. Commands of an extension appear there a moment after the window does. */
export async function runCommand(page: Page, name: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: name }).first();
  for (let tries = 0; tries < 15; tries++) {
    await page.keyboard.press('F1');
    const asked = await shows(page.locator('.quick-input-widget input').first());
    if (asked) await page.keyboard.type(name);
    if (asked && (await shows(row))) {
      await row.click();
      await sleep(400);
      return;
    }
    await page.keyboard.press('Escape');
  }
  throw new Error(`The command palette does not offer "${name}"`);
}

function shows(place: Locator): Promise<boolean> {
  return place.waitFor({ timeout: 2_000 }).then(
    () => true,
    () => false,
  );
}

export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+p');
  await page.keyboard.type(name);
  await sleep(1_000);
  await page.keyboard.press('Enter');
  await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 30_000 });
}

export async function setTheme(session: VscodeSession, theme: string): Promise<void> {
  const folder = join(session.workspace, '.vscode');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
}
