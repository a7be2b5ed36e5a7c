import { buffer } from 'node:stream/consumers';
import { message } from '#core';
import { exitCodes, type CliIo } from './io.ts';
import { chooseLocale, createTranslate } from './locale.ts';
import { describeFileError } from './read-source.ts';

/** The real world: this process's streams, folder and environment. */
export async function createNodeIo(args: readonly string[]): Promise<CliIo> {
  const locale = chooseLocale(args, process.env);
  // Whoever reads our output may have seen enough, as `head` does; that is no failure of ours.
  const translate = await createTranslate(locale);
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    const sentence = message('The output could not be written: {reason}', {
      reason: translate(describeFileError(error)),
    });
    process.stderr.write(`${translate(sentence)}\n`);
    process.exit(exitCodes.trouble);
  });
  return {
    cwd: process.cwd(),
    env: process.env,
    locale,
    color: wantsColor(args, process.env, process.stdout.isTTY),
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    stdin: () => buffer(process.stdin),
    translate,
  };
}

function wantsColor(args: readonly string[], env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (args.includes('--no-color') || env['NO_COLOR']) return false;
  return (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0') || (terminal && env['TERM'] !== 'dumb');
}
