import { parseArgs } from 'node:util';
import { message, type Message } from '#core';

/** What an option takes: nothing, or one value. */
export type OptionKinds = Readonly<Record<string, 'flag' | 'value'>>;

export interface ParsedOptions {
  readonly flags: ReadonlySet<string>;
  /** All values of an option, in the order given. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positionals: readonly string[];
}

/** A command line that cannot be followed, said in words. */
export interface UsageError {
  readonly usage: Message;
}

export function isUsageError(value: object): value is UsageError {
  return 'usage' in value;
}

/** Options that every command understands. */
const commonOptions: OptionKinds = { help: 'flag', locale: 'value', 'no-color': 'flag' };

export function parseOptions(args: readonly string[], kinds: OptionKinds): ParsedOptions | UsageError {
  const known = { ...kinds, ...commonOptions };
  const options = Object.fromEntries(
    Object.entries(known).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  );
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const flags = new Set<string>();
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const kind = token.rawName === '-h' ? 'flag' : known[token.name];
    const option = token.rawName;
    if (kind === undefined) return { usage: message('Unknown option `{option}`.', { option }) };
    if (kind === 'flag') {
      if (token.value !== undefined) return { usage: message('The option `{option}` takes no value.', { option }) };
      flags.add(token.rawName === '-h' ? 'help' : token.name);
    } else {
      if (token.value === undefined) return { usage: message('The option `{option}` needs a value.', { option }) };
      values.set(token.name, [...(values.get(token.name) ?? []), token.value]);
    }
  }
  return { flags, values, positionals };
}

/** The last value of an option when it is one of those allowed; undefined when it was not given. */
export function readChoice<T extends string>(
  parsed: ParsedOptions,
  option: string,
  allowed: readonly T[],
): T | undefined | UsageError {
  const value = parsed.values.get(option)?.at(-1);
  if (value === undefined) return undefined;
  const choice = allowed.find((each) => each === value);
  if (choice !== undefined) return choice;
  return { usage: sayBadChoice(option, value, allowed) };
}

export function sayBadChoice(option: string, value: string, allowed: readonly string[]): Message {
  const known = allowed.join(', ');
  return message('`--{option}` cannot be `{value}`. Possible: {allowed}.', { option, value, allowed: known });
}
