import type { ShellCommand, ShellWord } from '../../shell/index.ts';

/** A program that a script runs, seen through `sudo`, `env` and the like. */
export interface Call {
  /** The program without its folders: `apt-get` for `/usr/bin/apt-get`. */
  readonly program: string;
  readonly word: ShellWord;
  readonly args: readonly ShellWord[];
  /** True when `sudo` or `doas` stands in front. */
  readonly elevated: boolean;
}

/** Programs that run the program behind them, with their options that take the next word as value. */
const wrappers: Readonly<Record<string, readonly string[]>> = {
  sudo: ['-u', '--user', '-g', '--group', '-h', '-p', '-C', '-D', '-R', '-T'],
  doas: ['-u', '-C'],
  env: ['-u', '--unset', '-C', '--chdir'],
  nice: ['-n', '--adjustment'],
  time: ['-f', '-o'],
  nohup: [],
  exec: ['-a'],
  command: [],
  eatmydata: [],
  chronic: [],
};

export function findCall(command: ShellCommand): Call | undefined {
  let word = command.name;
  let args = command.args;
  let elevated = false;
  while (word?.literal) {
    const program = baseName(word.value);
    const withValue = Object.hasOwn(wrappers, program) ? wrappers[program] : undefined;
    if (!withValue) return { program, word, args, elevated };
    if (program === 'sudo' || program === 'doas') elevated = true;
    const at = indexOfProgram(args, withValue);
    word = args[at] ?? null;
    args = args.slice(at + 1);
  }
  return undefined;
}

function indexOfProgram(args: readonly ShellWord[], withValue: readonly string[]): number {
  let at = 0;
  for (; at < args.length; at++) {
    const { value } = args[at] ?? { value: '' };
    if (withValue.includes(value)) at++;
    else if (!value.startsWith('-') && !/^\w+=/.test(value)) break;
  }
  return at;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
