import { mkdir, rm, writeFile } from 'node:fs/promises';
import { startEngine, type StartedEngine } from './machine/engine.ts';
import { packageExtension } from './package.ts';
import { takePictures } from './vscode/pictures.ts';
import { prepareObjects } from './vscode/prepare.ts';
import { takeStatePictures } from './vscode/state-pictures.ts';
import { bundleForHost, ensureHostedVscode, startSession, type VscodeSession } from './vscode/session.ts';

/** What the suite inside the extension host writes. */
interface SuiteReport {
  readonly passed: number;
  readonly failed: readonly { readonly title: string; readonly error: string }[];
  readonly skipped: readonly string[];
}

const pictures = 'test/vscode/pictures';
process.exit(await main());

/** The packaged extension in a real VS Code with a real engine: its own suite in English and in French, then pictures. */
async function main(): Promise<number> {
  const vscode = await ensureHostedVscode();
  if ('obstacle' in vscode) return skip(vscode.obstacle);
  const engine = await startEngine({ version: 'current' });
  if ('obstacle' in engine) return skip(`the views need an engine: ${engine.obstacle}`);
  try {
    const env = { ...process.env, ...engine.env };
    await prepareObjects(env);
    const vsix = await packageExtension('drydock.vsix');
    const session = await startSession({ vscode, vsix, workspace: 'examples', env });
    try {
      return await runAll(session, engine);
    } catch (error) {
      await keepEvidence(session);
      throw error;
    } finally {
      await session.stop();
    }
  } finally {
    await engine.stop();
  }
}

async function runAll(session: VscodeSession, engine: StartedEngine): Promise<number> {
  const suite = await bundleForHost('test/vscode/suite/index.ts', 'suite', ['mocha']);
  const reports: [string, SuiteReport][] = [];
  for (const locale of ['en', 'fr']) {
    reports.push([locale, (await session.runInside(suite, { locale })) as SuiteReport]);
  }
  for (const [locale, report] of reports) tell(locale, report);
  const failed = reports.reduce((sum, [, report]) => sum + report.failed.length, 0);
  const passed = reports.reduce((sum, [, report]) => sum + report.passed, 0);
  const skipped = reports.reduce((sum, [, report]) => sum + report.skipped.length, 0);
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  const taken = await takePictures(session, pictures);
  taken.push(...(await takeStatePictures(session, engine, pictures)));
  console.log(`Pictures in ${pictures}: ${taken.join(', ')}`);
  await count({ numPassedTests: passed + taken.length, numFailedTests: failed, numPendingTests: skipped });
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** What the screen showed when something was not as expected: without it nobody can tell why. */
async function keepEvidence(session: VscodeSession): Promise<void> {
  for (const [index, page] of session.pages().entries()) {
    const path = `${pictures}/failure-${index}.png`;
    await page.screenshot({ path }).then(
      () => console.log(`What the window showed then: ${path}`),
      () => console.log('One window could not be pictured any more.'),
    );
  }
}

function tell(locale: string, { passed, failed, skipped }: SuiteReport): void {
  console.log(`vscode (${locale}): ${passed} passed, ${failed.length} failed, ${skipped.length} skipped`);
  for (const { title, error } of failed) console.log(`  FAILED ${title}\n${error.replace(/^/gm, '    ')}`);
  for (const title of skipped) console.log(`  skipped ${title}`);
}

async function skip(reason: string): Promise<number> {
  console.log(`SKIPPED: ${reason}`);
  await count({ reason });
  return 77;
}

async function count(counts: Readonly<Record<string, unknown>>): Promise<void> {
  const file = process.env['DRYDOCK_COUNTS'];
  if (file) await writeFile(file, JSON.stringify(counts));
}
