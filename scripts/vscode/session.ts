import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { ensureBrowser, launchBrowser } from '../machine/browser.ts';
import { startVscodeHost, type VscodeHost } from '../machine/vscode-host.ts';
import { ensureVscodeHost } from '../machine/vscode-install.ts';

/** VS Code wants an extension under development before it runs a test module; this one is empty. */
export const driverFolder = join(import.meta.dirname, 'driver');

/** What a hosted VS Code needs on this machine. */
export interface HostedVscode {
  readonly program: string;
  readonly browserPath: string;
}

/** Installs a hosted VS Code and a browser where they are missing; or says why that cannot be. */
export async function ensureHostedVscode(): Promise<HostedVscode | { obstacle: string }> {
  const browser = await ensureBrowser();
  if ('obstacle' in browser) return browser;
  const host = await ensureVscodeHost();
  if ('obstacle' in host) return host;
  return { program: host.program, browserPath: browser.path };
}

/** One running VS Code server with Drydock installed, a browser beside it, and a workspace of its own to change. */
export interface VscodeSession {
  readonly host: VscodeHost;
  readonly workspace: string;
  /** Opens a window; `theme` and `locale` as the user would have set them. */
  openWindow(options?: WindowOptions): Promise<Page>;
  /**
   * Runs `run()` of a bundled module inside the extension host, as a desktop VS Code does with `extensionTestsPath`.
   * Gives the JSON that the module wrote to the file named in `DRYDOCK_REPORT`; rejects when none comes in time.
   */
  runInside(module: string, options?: WindowOptions & { timeout?: number }): Promise<unknown>;
  /** The windows that are open, for a look at what went wrong. */
  pages(): readonly Page[];
  stop(): Promise<void>;
}

export interface WindowOptions {
  readonly locale?: string;
  readonly payload?: Readonly<Record<string, string>>;
}

export interface SessionOptions {
  readonly vscode: HostedVscode;
  readonly vsix: string;
  /** Copied, so that nothing a session does reaches the original. */
  readonly workspace: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: NodeJS.ProcessEnv;
}

export async function startSession({
  vscode,
  vsix,
  workspace,
  settings = {},
  env = process.env,
}: SessionOptions): Promise<VscodeSession> {
  const data = await mkdtemp(join(tmpdir(), 'drydock-vscode-'));
  const copy = join(data, 'workspace');
  const report = join(data, 'report.json');
  await cp(workspace, copy, { recursive: true });
  await writeUserSettings(data, settings);
  // The server's sockets go with its data instead of staying in the machine's folder for temporary files.
  await mkdir(join(data, 'tmp'));
  const host = await startVscodeHost({
    program: vscode.program,
    data,
    extensions: [vsix],
    env: { ...env, DRYDOCK_REPORT: report, TMPDIR: join(data, 'tmp'), XDG_RUNTIME_DIR: join(data, 'tmp') },
  });
  const browsers: Browser[] = [];
  const openWindow = async ({ locale, payload }: WindowOptions = {}): Promise<Page> => {
    const browser = await launchBrowser(vscode.browserPath);
    browsers.push(browser);
    return openPage(browser, host.page(copy, payload ?? {}), locale);
  };
  return {
    host,
    workspace: copy,
    openWindow,
    async runInside(module, { locale, timeout = 180_000 } = {}) {
      await rm(report, { force: true });
      const payload = { extensionDevelopmentPath: driverFolder, extensionTestsPath: module };
      const page = await openWindow({ ...(locale ? { locale } : {}), payload });
      const result = await untilReported(report, timeout);
      await page.context().browser()?.close();
      return result;
    },
    pages: () => browsers.flatMap((browser) => browser.contexts().flatMap((context) => context.pages())),
    async stop() {
      for (const browser of browsers) await browser.close().catch(() => undefined);
      await host.stop();
      await rm(data, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openPage(browser: Browser, address: string, locale: string | undefined): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: locale ?? 'en' });
  const page = await context.newPage();
  if (locale) {
    // The workbench hands this on as the language of the extension host, as an installed language pack would.
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(locale)};`);
  }
  await page.goto(address);
  await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
  return page;
}

async function writeUserSettings(data: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
  // A hosted VS Code keeps user settings in the browser; machine settings on the server serve a test as well.
  const folder = join(data, 'server', 'data', 'Machine');
  await mkdir(folder, { recursive: true });
  const quiet = {
    'workbench.startupEditor': 'none',
    'security.workspace.trust.enabled': false,
    'extensions.ignoreRecommendations': true,
    'git.enabled': false,
    ...settings,
  };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(quiet));
}

async function untilReported(report: string, timeout: number): Promise<unknown> {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    if (existsSync(report)) {
      const text = await readFile(report, 'utf8');
      // The writer may still be at it; only whole JSON counts.
      try {
        return JSON.parse(text) as unknown;
      } catch {
        // Read again in a moment.
      }
    }
    await sleep(200);
  }
  throw new Error(`VS Code reported nothing within ${timeout / 1000} s`);
}

/** Bundles a module that runs inside the extension host; only `vscode` and what is named stay outside. */
export async function bundleForHost(entry: string, name: string, external: readonly string[] = []): Promise<string> {
  const outfile = join(process.cwd(), 'node_modules', '.cache', 'drydock', `${name}.cjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', ...external],
    logLevel: 'warning',
  });
  return outfile;
}
