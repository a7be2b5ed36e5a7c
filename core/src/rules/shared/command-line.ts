import type { ShellWord } from '../../shell/index.ts';

/** The options of one program, as its manual lists them. */
export interface OptionTable {
  /** Names of options that take the next word as value, without dashes; one letter is a short option. */
  readonly values: ReadonlySet<string>;
  /** True for programs such as `go`, whose long options have one dash. */
  readonly singleDash?: boolean;
}

export interface CommandOption {
  /** Without dashes. */
  readonly name: string;
  /** Undefined when it has none. */
  readonly value: string | undefined;
  /** The word that holds the option; several short ones may share it. */
  readonly word: ShellWord;
  /** The next word, when that is the value. */
  readonly valueWord: ShellWord | undefined;
}

export interface CommandLine {
  readonly options: readonly CommandOption[];
  /** What is neither an option nor the value of one, in order. */
  readonly operands: readonly ShellWord[];
  /** What stands behind `--`. */
  readonly rest: readonly ShellWord[];
}

/** `optionTable('o output H header')` */
export function optionTable(names: string, { singleDash = false } = {}): OptionTable {
  return { values: new Set(names.split(' ')), singleDash };
}

/** Sorts the words of a call into options and operands, as getopt does. */
export function readCommandLine(args: readonly ShellWord[], table: OptionTable): CommandLine {
  const options: CommandOption[] = [];
  const operands: ShellWord[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at];
    if (!word) continue;
    if (word.value === '--') return { options, operands, rest: args.slice(at + 1) };
    if (!/^-./.test(word.value)) {
      operands.push(word);
      continue;
    }
    const found = readOptions(word, table);
    const last = found.at(-1);
    const valueWord = last?.value === undefined && table.values.has(last?.name ?? '') ? args[at + 1] : undefined;
    if (last && valueWord) {
      found[found.length - 1] = { ...last, value: valueWord.value, valueWord };
      at++;
    }
    for (const option of found) options.push(option);
  }
  return { options, operands, rest: [] };
}

/** `--name=value`, `-name=value` of single-dash programs, or a cluster of short options whose last may have a value. */
function readOptions(word: ShellWord, { values, singleDash = false }: OptionTable): CommandOption[] {
  const toOption = (name: string, value?: string): CommandOption => ({ name, value, word, valueWord: undefined });
  if (singleDash || word.value.startsWith('--')) {
    const [, name = '', value] = /^--?([^=]*)(?:=(.*))?$/s.exec(word.value) ?? [];
    return [toOption(name, value)];
  }
  const found: CommandOption[] = [];
  for (let at = 1; at < word.value.length; at++) {
    const letter = word.value.charAt(at);
    if (values.has(letter) && at + 1 < word.value.length) {
      found.push(toOption(letter, word.value.slice(at + 1)));
      return found;
    }
    found.push(toOption(letter));
  }
  return found;
}

export function findOption({ options }: CommandLine, ...names: readonly string[]): CommandOption | undefined {
  return options.find(({ name }) => names.includes(name));
}

export function hasOption(line: CommandLine, ...names: readonly string[]): boolean {
  return findOption(line, ...names) !== undefined;
}
