import { findCall, parseShell, type ShellCommand, type ShellScript, type ShellWord } from '../shell/index.ts';
import type { Instruction, Word } from './model.ts';

/**
 * The commands of a RUN, also those of the exec form and those that it hands to another shell: `sh -c "apt-get update"`.
 * Null when it is no shell's script. `text` is the whole file.
 */
export function readCommands(run: Instruction, text: string): ShellScript | null {
  const script = run.script() ?? readExecForm(run);
  if (!script) return null;
  let complete = script.complete;
  let pipelines = script.commands.reduce((most, { pipeline }) => Math.max(most, pipeline), 0) + 1;
  const commands = script.commands.flatMap((command) => {
    const inner = readInnerScript(command, run, text);
    if (!inner) return [command];
    const first = pipelines;
    complete &&= inner.complete;
    // Every pipeline has a number of its own.
    const moved = inner.commands.map((each) => ({ ...each, pipeline: each.pipeline + first }));
    pipelines = moved.reduce((most, { pipeline }) => Math.max(most, pipeline), pipelines) + 1;
    return [command, ...moved];
  });
  return { span: script.span, commands, complete };
}

/** True when a word stands in the file as it is, so that an edit beside it changes what it seems to change. */
export function isWrittenAsIs({ span, value }: ShellWord, text: string): boolean {
  return text.slice(span.start, span.end) === value;
}

function readExecForm({ keyword, json, argsSpan }: Instruction): ShellScript | null {
  const [first, ...rest] = (keyword === 'RUN' ? json : null) ?? [];
  if (!first) return null;
  const command: ShellCommand = {
    span: argsSpan,
    name: toShellWord(first),
    args: rest.map(toShellWord),
    assignments: [],
    pipeline: 0,
    pipelinePosition: 0,
    pipe: null,
    after: null,
  };
  return { span: argsSpan, commands: [command], complete: true };
}

function toShellWord({ span, value }: Word): ShellWord {
  return { span, value, literal: true };
}

const shells = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh']);

function readInnerScript(command: ShellCommand, run: Instruction, text: string): ShellScript | undefined {
  const call = findCall(command);
  if (!call || !shells.has(call.program)) return undefined;
  const option = call.args.findIndex(({ value }) => /^-[a-z]*c[a-z]*$/.test(value));
  const word = option < 0 ? undefined : call.args.slice(option + 1).find(({ value }) => !value.startsWith('-'));
  // A substitution alone is what another rule looks at, and no text that could be read here.
  if (!word || /^(\$\(|`|\$\w|\$\{)/.test(word.value)) return undefined;
  const { start, end } = word.span;
  const inLine = run.code.slice(start - run.span.start, end - run.span.start);
  const isExact = [inLine, text.slice(start, end)].some((written) => written.slice(1, -1) === word.value);
  return parseShell(word.value, isExact ? start + 1 : () => start);
}
