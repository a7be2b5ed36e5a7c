import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildDoor } from '#scripts/build.ts';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real program, bundled as the build does it, and a folder of its own to run in. */
export interface CliKit {
  readonly folder: string;
  /** Writes files below the folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
  read(path: string): string;
  /** Starts the program as a process and waits for its end. */
  run(
    args: readonly string[],
    options?: { readonly input?: string; readonly env?: NodeJS.ProcessEnv; readonly uid?: number },
  ): Promise<CliResult>;
  readonly program: string;
  /** Puts the language server beside the program, as a build does. */
  buildServer(): Promise<void>;
  remove(): void;
}

export async function createCliKit(): Promise<CliKit> {
  const root = mkdtempSync(join(tmpdir(), 'drydock-cli-'));
  const program = join(root, 'dist/cli.cjs');
  const remove = (): void => rmSync(root, { recursive: true, force: true });
  try {
    await buildDoor('cli', { outdir: join(root, 'dist'), version: '9.8.7' });
  } catch (error) {
    remove();
    throw error;
  }
  const folder = join(root, 'work');
  mkdirSync(folder);
  return {
    folder,
    write: (files) => {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    run: (args, { input = '', env = {}, uid } = {}) => start(program, args, folder, { input, env, uid }),
    program,
    buildServer: async () => {
      await buildDoor('server', { outdir: join(root, 'dist'), version: '9.8.7' });
    },
    remove,
  };
}

function start(
  program: string,
  args: readonly string[],
  cwd: string,
  { input, env, uid }: { readonly input: string; readonly env: NodeJS.ProcessEnv; readonly uid: number | undefined },
): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      // What is installed on a machine, such as shellcheck, changes no test that did not ask for it.
      env: { PATH: join(cwd, 'bin'), LANG: 'C', ...env },
      ...(uid !== undefined && { uid, gid: uid }),
    });
    const out = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (out.stderr += text));
    child.on('error', reject).on('close', (code) => resolve({ code, ...out }));
    child.stdin.end(input);
  });
}
