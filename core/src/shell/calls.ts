import type { ShellCommand, ShellWord } from './model.ts';

/** A program that a script runs, seen through `sudo`, `env` and the like. */
export interface Call {
  /** The program without its folders: `apt-get` for `/usr/bin/apt-get`. */
  readonly program: string;
  readonly word: ShellWord;
  readonly args: readonly ShellWord[];
  /** True when `sudo` or `doas` stands in front. */
  readonly elevated: boolean;
  /** True behind `xargs`, which keeps the pipe for itself and adds words of its own. */
  readonly fromXargs: boolean;
}

interface Wrapper {
  /** Options that take the next word as value. */
  readonly withValue: readonly string[];
  /** How many words of its own stand before the program. */
  readonly operands?: number;
}

/** Programs that run the program behind them. */
const wrappers: Readonly<Record<string, Wrapper>> = {
  sudo: { withValue: ['-u', '--user', '-g', '--group', '-h', '-p', '-C', '-D', '-R', '-T'] },
  doas: { withValue: ['-u', '-C'] },
  gosu: { withValue: [], operands: 1 },
  'su-exec': { withValue: [], operands: 1 },
  env: { withValue: ['-u', '--unset', '-C', '--chdir'] },
  nice: { withValue: ['-n', '--adjustment'] },
  ionice: { withValue: ['-c', '-n', '--class', '--classdata'] },
  stdbuf: { withValue: ['-i', '-o', '-e'] },
  time: { withValue: ['-f', '-o'] },
  timeout: { withValue: ['-s', '-k', '--signal', '--kill-after'], operands: 1 },
  xargs: { withValue: ['-n', '-I', '-P', '-L', '-d', '-a', '-E', '-s'] },
  nohup: { withValue: [] },
  exec: { withValue: ['-a'] },
  command: { withValue: [] },
  eatmydata: { withValue: [] },
  chronic: { withValue: [] },
};

export function findCall(command: ShellCommand): Call | undefined {
  let word = command.name;
  let args = command.args;
  let elevated = false;
  let fromXargs = false;
  while (word && (word.literal || isSudoVariable(word))) {
    const program = word.literal ? baseName(word.value) : 'sudo';
    const wrapper = Object.hasOwn(wrappers, program) ? wrappers[program] : undefined;
    if (!wrapper) return { program, word, args, elevated, fromXargs };
    elevated ||= program === 'sudo' || program === 'doas';
    fromXargs ||= program === 'xargs';
    const at = indexOfProgram(args, wrapper);
    word = args[at] ?? null;
    args = args.slice(at + 1);
  }
  return undefined;
}

/** `$SUDO apt-get update`: empty or sudo, as the name promises. */
function isSudoVariable({ value }: ShellWord): boolean {
  return /^\$\{?_?sudo(_cmd)?\}?$/i.test(value);
}

function indexOfProgram(args: readonly ShellWord[], { withValue, operands = 0 }: Wrapper): number {
  let at = 0;
  for (let left = operands; at < args.length; at++) {
    const { value } = args[at] ?? { value: '' };
    if (withValue.includes(value)) at++;
    else if (!value.startsWith('-') && !/^\w+=/.test(value) && left-- <= 0) break;
  }
  return at;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
