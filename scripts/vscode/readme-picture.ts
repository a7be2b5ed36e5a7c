import { stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { startEngine } from '../machine/engine.ts';
import { packageExtension } from '../package.ts';
import { openFile, runCommand, setTheme } from './pictures.ts';
import { prepareObjects } from './prepare.ts';
import { ensureHostedVscode, startSession } from './session.ts';

const picture = 'media/drydock-editor.png';
process.exit(await main());

/** Makes the picture of the README anew from the product as it is: findings with a quick fix, and containers beside. */
async function main(): Promise<number> {
  const vscode = await ensureHostedVscode();
  if ('obstacle' in vscode) return refuse(vscode.obstacle);
  const engine = await startEngine({ version: 'current' });
  if ('obstacle' in engine) return refuse(engine.obstacle);
  try {
    const env = { ...process.env, ...engine.env };
    await prepareObjects(env);
    const vsix = await packageExtension('drydock.vsix');
    const session = await startSession({ vscode, vsix, workspace: 'examples', env });
    try {
      await setTheme(session, 'Default Dark Modern');
      await pose(await session.openWindow());
    } finally {
      await session.stop();
    }
    console.log(`${picture}: ${Math.round((await stat(picture)).size / 1000)} kB`);
    return 0;
  } finally {
    await engine.stop();
  }
}

async function pose(page: Page): Promise<void> {
  await runCommand(page, 'Focus on Containers View');
  await page.locator('.pane-body').getByText('shop').first().waitFor({ timeout: 30_000 });
  await openFile(page, 'Dockerfile');
  await page.locator('.monaco-editor .squiggly-info').first().waitFor({ timeout: 30_000 });
  await page
    .locator('.view-line')
    .filter({ hasText: 'ADD package.json' })
    .first()
    .click({ position: { x: 10, y: 8 } });
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget').getByText('COPY').first().waitFor({ timeout: 10_000 });
  await sleep(1_000);
  await page.screenshot({ path: picture });
}

function refuse(reason: string): number {
  console.error(`No picture: ${reason}`);
  return 1;
}
