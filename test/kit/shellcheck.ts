import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** True when this machine has the real program. Who has not is told, since then a part is not proven. */
export function hasShellcheck(): boolean {
  const isThere = spawnSync('shellcheck', ['--version']).status === 0;
  if (!isThere) console.warn('NOT RUN: shellcheck is not installed (Debian: apt-get install shellcheck).');
  return isThere;
}

/**
 * Puts a program into a folder that answers as shellcheck does: SC2086 at the first `$name` without quotes, with its
 * fix. It appends what it was asked to `asked` beside it.
 */
export function writeFakeShellcheck(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'shellcheck');
  writeFileSync(
    program,
    `#!${process.execPath}\n(${answer.toString()})(require('node:fs'), ${JSON.stringify(folder)});\n`,
  );
  chmodSync(program, 0o755);
  return folder;
}

/** Runs in the program, so it may use nothing from here. */
function answer(fs: Pick<typeof import('node:fs'), 'readFileSync' | 'appendFileSync'>, folder: string): void {
  const lines = fs.readFileSync(0, 'utf8').split('\n');
  fs.appendFileSync(`${folder}/asked`, `${process.argv.find((each) => each.startsWith('--shell='))}\n`);
  const index = lines.findIndex((line) => /(^|[^\w"])\$\w/.test(line));
  const match = /\$\w+/.exec(lines[index] ?? '');
  const at = { line: index + 1, endLine: index + 1, column: (match?.index ?? 0) + 1 };
  const end = at.column + (match?.[0].length ?? 0);
  const quote = (column: number) => ({ ...at, column, endColumn: column, replacement: '"' });
  const fix = { replacements: [quote(at.column), quote(end)] };
  const comment = { ...at, endColumn: end, level: 'info', code: 2086, message: 'Double quote this.', fix };
  process.stdout.write(JSON.stringify({ comments: match ? [comment] : [] }));
  process.exitCode = match ? 1 : 0;
}
