import { buffer } from 'node:stream/consumers';
import type { CliIo } from './io.ts';
import { chooseLocale, createTranslate } from './locale.ts';

/** The real world: this process's streams, folder and environment. */
export async function createNodeIo(args: readonly string[]): Promise<CliIo> {
  const locale = chooseLocale(args, process.env);
  // Whoever reads our output may have seen enough, as `head` does; that is no failure of ours.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return {
    cwd: process.cwd(),
    env: process.env,
    locale,
    color: wantsColor(args, process.env, process.stdout.isTTY),
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    stdin: () => buffer(process.stdin),
    translate: await createTranslate(locale),
  };
}

function wantsColor(args: readonly string[], env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (args.includes('--no-color') || env['NO_COLOR']) return false;
  return (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') || (terminal && env['TERM'] !== 'dumb');
}
