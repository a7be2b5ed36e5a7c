import { chromium, type Browser } from 'playwright-core';
import { findAptObstacle, installPackages } from './debian.ts';
import { findCommand } from './run.ts';

/** Path of a Chromium, installed from Debian when there is none; or why there can be none. */
export async function ensureBrowser(): Promise<{ path: string } | { obstacle: string }> {
  const found = findCommand('chromium') ?? findCommand('chromium-browser') ?? findCommand('google-chrome');
  if (found) return { path: found };
  const obstacle = findAptObstacle();
  if (obstacle) return { obstacle: `no chromium on the PATH, and ${obstacle}` };
  await installPackages(['chromium', 'fonts-dejavu-core']);
  const path = findCommand('chromium');
  return path ? { path } : { obstacle: 'chromium was installed but is not on the PATH' };
}

/** A headless browser that asks nothing of the network but the page it is sent to. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
