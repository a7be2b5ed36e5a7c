import { mkdtemp, readFile, rm, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { prepareObjects } from './vscode/prepare.ts';
import { startEngine } from './machine/engine.ts';
import { runOrFail } from './machine/run.ts';
import { packageExtension } from './package.ts';
import { bundleForHost, driverFolder } from './vscode/session.ts';

/** The oldest VS Code that package.json promises, unless the caller names another. */
const version = process.argv[2] ?? '1.100.0';

/** The suite of `npm run test:vscode` in a desktop VS Code, on machines that can download one. */
const executable = await downloadAndUnzipVSCode(version);
const engine = await startEngine({ version: 'current' });
const data = await mkdtemp(join(tmpdir(), 'drydock-electron-'));
try {
  const env = { ...process.env, ...('obstacle' in engine ? {} : engine.env) };
  if ('obstacle' in engine) console.log(`The views will find no engine: ${engine.obstacle}`);
  else await prepareObjects(env);
  const vsix = await packageExtension('drydock.vsix');
  const folders = ['--user-data-dir', join(data, 'user'), '--extensions-dir', join(data, 'extensions')];
  const [cli = executable, ...cliArgs] = resolveCliArgsFromVSCodeExecutablePath(executable);
  await runOrFail(cli, [...cliArgs, ...folders, '--install-extension', vsix, '--force']);
  const workspace = join(data, 'examples');
  await cp('examples', workspace, { recursive: true });
  const report = join(data, 'report.json');
  await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: driverFolder,
    extensionTestsPath: await bundleForHost('test/vscode/suite/index.ts', 'suite', ['mocha']),
    launchArgs: [workspace, ...folders, '--disable-workspace-trust'],
    extensionTestsEnv: { ...env, DRYDOCK_REPORT: report },
  });
  console.log(await readFile(report, 'utf8'));
} finally {
  if (!('obstacle' in engine)) await engine.stop();
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
}
