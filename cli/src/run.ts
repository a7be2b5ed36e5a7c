import { message } from '#core';
import { renderHelp } from './help.ts';
import { exitCodes, type CliIo } from './io.ts';
import { findLocale, isLocale, locales } from './locale.ts';
import { sayBadChoice } from './options.ts';
import { runInit } from './commands/init.ts';
import { runLint } from './commands/lint.ts';
import { runLsp } from './commands/lsp.ts';
import { runRules } from './commands/rules.ts';
import { version } from './version.ts';

type Command = (args: readonly string[], io: CliIo) => Promise<number>;

const commands: Readonly<Record<string, Command>> = { lint: runLint, rules: runRules, lsp: runLsp, init: runInit };

/** Runs one command line and gives the exit code: 0 fine, 1 findings, 2 something could not be looked at. */
export async function runCli(args: readonly string[], io: CliIo): Promise<number> {
  const locale = findLocale(args);
  if (locale !== undefined && !isLocale(locale)) {
    io.stderr(`${io.translate(sayBadChoice('locale', locale, locales))}\n`);
    return exitCodes.trouble;
  }
  const [first, ...rest] = withoutLocale(args);
  if (first === '--version' || first === '-v') {
    io.stdout(`${version}\n`);
    return exitCodes.ok;
  }
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    const topic = first === 'help' ? rest[0] : undefined;
    io.stdout(renderHelp(topic, io.translate));
    return first === undefined ? exitCodes.trouble : exitCodes.ok;
  }
  return runCommand(first, rest, io);
}

async function runCommand(name: string, args: readonly string[], io: CliIo): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const sentence = message('`{name}` is no command of Drydock. Run `drydock --help` to see them.', { name });
    io.stderr(`${io.translate(sentence)}\n`);
    return exitCodes.trouble;
  }
  if (args.includes('--help') || args.includes('-h')) {
    io.stdout(renderHelp(name, io.translate));
    return exitCodes.ok;
  }
  return command(args, io);
}

/** `--locale fr` and `--no-color` may stand in front of the command; they are read elsewhere. */
function withoutLocale(args: readonly string[]): readonly string[] {
  let at = 0;
  while (at < args.length) {
    if (args[at] === '--locale') at += 2;
    else if (args[at] === '--no-color' || args[at]?.startsWith('--locale=')) at++;
    else break;
  }
  return args.slice(at);
}
