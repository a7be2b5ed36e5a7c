import type { Instruction } from '../../dockerfile/index.ts';
import type { PlacedCall, Preset } from '../../lint/index.ts';
import type { ShellCommand, ShellWord } from '../../shell/index.ts';
import { notHadolint, onlyHadolint } from './views.ts';

/**
 * The presets in which a finding is made: `undefined` (all) where hadolint says the same, an empty list where nobody
 * does. A rule may pass the answer on as it is.
 */
export function viewsOf(ours: boolean, hadolint: boolean): readonly Preset[] | undefined {
  if (ours) return hadolint ? undefined : notHadolint;
  return hadolint ? onlyHadolint : [];
}

/**
 * Tells which calls hadolint sees: only those whose program is the first word of a command, without a path, and not
 * what stands behind `sudo`, `env` or inside `sh -c "…"`. Make one for each file that is looked at.
 */
export function createSight(): (call: PlacedCall) => boolean {
  const ownCommands = new Map<Instruction, ReadonlySet<ShellCommand>>();
  const commandsOf = (run: Instruction): ReadonlySet<ShellCommand> => {
    const known = ownCommands.get(run) ?? new Set(run.script()?.commands);
    ownCommands.set(run, known);
    return known;
  };
  return ({ run, script, index, word, program }) => {
    const command = script.commands[index];
    if (!command || command.name !== word || word.value !== program) return false;
    return run.json ? index === 0 : commandsOf(run).has(command);
  };
}

/** The flags of a call as hadolint counts them: every letter behind one dash, and the name behind two. */
export function flagsOfArgs(args: readonly ShellWord[]): ReadonlySet<string> {
  return new Set(args.flatMap(({ value }) => flagsOfWord(value)));
}

/** What hadolint takes for operands: no flags, no verbs, and not the word behind a flag of `dropped`. */
export function operandsOfArgs(
  args: readonly ShellWord[],
  { verbs, dropped }: { readonly verbs: readonly string[]; readonly dropped: readonly string[] },
): readonly ShellWord[] {
  return args.filter(({ value }, index) => {
    const before = args[index - 1];
    if (before && flagsOfWord(before.value).some((flag) => dropped.includes(flag))) return false;
    return flagsOfWord(value).length === 0 && !verbs.includes(value);
  });
}

export function hasWord(args: readonly ShellWord[], words: readonly string[]): boolean {
  return args.some(({ value }) => words.includes(value));
}

function flagsOfWord(word: string): readonly string[] {
  if (word === '-' || word === '--' || !word.startsWith('-')) return [];
  return word.startsWith('--') ? [word.slice(2).replace(/=.*/s, '')] : word.slice(1).split('');
}
