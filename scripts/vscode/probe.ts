import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';

/** What a person would see after opening the examples: the extension awake, its findings, and its four views. */
export interface Sighting {
  readonly vscode: string;
  readonly version: string;
  readonly active: boolean;
  /** Findings by file, in the order they were opened. */
  readonly diagnostics: Readonly<Record<string, number>>;
  readonly views: Readonly<Record<string, unknown>>;
  readonly problem: string | null;
}

/** Called by VS Code inside its extension host. */
export async function run(): Promise<void> {
  const sighting = await look().catch((error: unknown) => failed(String(error)));
  const report = process.env['DRYDOCK_REPORT'];
  if (report) writeFileSync(report, JSON.stringify(sighting));
}

const exampleFiles = ['Dockerfile', 'compose.yaml', 'clean/Dockerfile', 'clean/compose.yaml'];
/** Those of them that have findings to wait for. */
const withFindings = ['Dockerfile', 'compose.yaml'];

async function look(): Promise<Sighting> {
  const extension = vscode.extensions.getExtension<{ views(): Readonly<Record<string, unknown>> }>('drydock.drydock');
  if (!extension) return failed('VS Code does not know the extension drydock.drydock.');
  const api = await extension.activate();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) return failed('No folder is open.');
  const diagnostics: Record<string, number> = {};
  for (const file of exampleFiles) {
    const uri = vscode.Uri.joinPath(folder, file);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
    const found = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'drydock').length;
    await until(() => found() > 0, withFindings.includes(file) ? 20_000 : 1_500);
    diagnostics[file] = found();
  }
  await until(() => !JSON.stringify(api.views()).includes('"connecting"'), 10_000);
  const silent = withFindings.filter((file) => diagnostics[file] === 0);
  return {
    vscode: vscode.version,
    version: String((extension.packageJSON as { version?: unknown }).version),
    active: extension.isActive,
    diagnostics,
    views: api.views(),
    problem: silent.length > 0 ? `No diagnostics arrived for ${silent.join(', ')}.` : null,
  };
}

function failed(problem: string): Sighting {
  return { vscode: vscode.version, version: '', active: false, diagnostics: {}, views: {}, problem };
}

async function until(condition: () => boolean, timeout: number): Promise<void> {
  const end = Date.now() + timeout;
  while (!condition() && Date.now() < end) await sleep(100);
}
