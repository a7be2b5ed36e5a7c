import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { shellcheckArguments, type ShellcheckScript } from '#core';

/** Milliseconds after which a script is given up. */
const deadline = 10_000;

/** Runs the user's own shellcheck on a script: what it writes, or undefined when there is no such program. */
export function runShellcheck(script: ShellcheckScript): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    // Windows would take a program from the current folder first, so that is none of the user's.
    const options = { cwd: tmpdir(), timeout: deadline, maxBuffer: 16 * 1024 * 1024, windowsHide: true };
    const child = execFile('shellcheck', [...shellcheckArguments(script)], options, (error, stdout) => {
      if (error && (error.code === 'ENOENT' || error.code === 'EACCES')) resolve(undefined);
      // It ends with 1 when it has something to say.
      else if (error && stdout === '') reject(error);
      else resolve(stdout);
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(script.text);
  });
}
