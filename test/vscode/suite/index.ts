import { writeFileSync } from 'node:fs';
import type { Runner, Test } from 'mocha';
import * as vscode from 'vscode';
import { activationTests } from './activation.ts';
import { commandTests } from './commands.ts';
import { dockerfileTests } from './dockerfile-features.ts';
import { languageTests } from './language.ts';
import { outageTests } from './outages.ts';
import { viewTests } from './views.ts';
import { wizardTests } from './wizard.ts';

interface SuiteReport {
  passed: number;
  readonly failed: { readonly title: string; readonly error: string }[];
  readonly skipped: string[];
}

/** Called by VS Code inside its extension host. Writes what happened to the file named in `DRYDOCK_REPORT`. */
export async function run(): Promise<void> {
  const report: SuiteReport = { passed: 0, failed: [], skipped: [] };
  try {
    await runMocha(report);
  } catch (error) {
    report.failed.push({ title: 'the suite itself', error: textOf(error) });
  } finally {
    await closeEditors();
  }
  const file = process.env['DRYDOCK_REPORT'];
  if (file) writeFileSync(file, JSON.stringify(report, null, 2));
  // The desktop's runner looks at nothing but whether this settles well.
  if (report.failed.length > 0) throw new Error(`${report.failed.length} failed`);
}

async function runMocha(report: SuiteReport): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false });
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  activationTests();
  languageTests();
  dockerfileTests();
  viewTests();
  commandTests();
  wizardTests();
  outageTests();
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    collect(runner, report);
  });
}

/** Unsaved texts would come back in the next window and stand in its pictures. */
async function closeEditors(): Promise<void> {
  const open = (): number => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
  for (let left = open(); left > 0; left -= 1) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

function collect(runner: Runner, report: SuiteReport): void {
  runner.on('pass', (test: Test) => {
    report.passed += 1;
    console.log(`drydock suite: ok ${test.fullTitle()} (${test.duration ?? 0} ms)`);
  });
  runner.on('fail', (test: Test, error: unknown) => {
    report.failed.push({ title: test.fullTitle(), error: textOf(error) });
    console.log(`drydock suite: FAILED ${test.fullTitle()}\n${textOf(error)}`);
  });
  runner.on('pending', (test: Test) => report.skipped.push(test.fullTitle()));
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
