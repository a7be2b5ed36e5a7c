import type { ParsedScript, ShellCommand, ShellVariable, ShellWord } from '../shell/index.ts';
import type { Span } from '../text/index.ts';
import { lazily } from '../text/index.ts';
import type { Assignment, Flag, Instruction, Word } from './model.ts';

/** Where an instruction that was read before stands now. */
export interface Place {
  /** Characters from where it was read to where it stands. */
  readonly by: number;
  readonly stage: number | null;
  /** True when another shell than a POSIX one runs its script. Asked only once the script is wanted. */
  readonly isForeign: () => boolean;
}

/** An instruction as it was read, at its place in a file. Moving its spans costs a fraction of reading it again. */
export function placeInstruction(read: Instruction, place: Place): Instruction {
  const { by, stage, isForeign } = place;
  return {
    ...(by === 0 ? read : moveInstruction(read, by)),
    stage,
    inner: read.inner && placeInstruction(read.inner, place),
    script: lazily(() => {
      const script = isForeign() ? null : read.script();
      return script && by !== 0 ? moveScript(script, by) : script;
    }),
  };
}

function moveInstruction(read: Instruction, by: number): Instruction {
  const json = read.json && read.json.map((word) => moveWord(word, by));
  return {
    ...read,
    keywordSpan: move(read.keywordSpan, by),
    span: move(read.span, by),
    flags: read.flags.map((flag) => moveFlag(flag, by)),
    argsSpan: move(read.argsSpan, by),
    args: json ?? read.args.map((word) => moveWord(word, by)),
    json,
    assignments: read.assignments.map((assignment) => moveAssignment(assignment, by)),
    heredocs: read.heredocs.map((heredoc) => ({
      ...heredoc,
      nameSpan: move(heredoc.nameSpan, by),
      bodySpan: move(heredoc.bodySpan, by),
    })),
  };
}

function move({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function moveWord({ span, raw, value }: Word, by: number): Word {
  return { span: move(span, by), raw, value };
}

function moveFlag({ name, value, span, nameSpan, valueSpan }: Flag, by: number): Flag {
  return {
    name,
    value,
    span: move(span, by),
    nameSpan: move(nameSpan, by),
    valueSpan: valueSpan && move(valueSpan, by),
  };
}

function moveAssignment({ name, value, span }: Assignment, by: number): Assignment {
  return { name: moveWord(name, by), value: value && moveWord(value, by), span: move(span, by) };
}

/** Rules look at the commands, an editor's colours at the tokens: each is moved only for those who ask. */
function moveScript(script: ParsedScript, by: number): ParsedScript {
  const commands = lazily(() => script.commands.map((command) => moveCommand(command, by)));
  return {
    span: move(script.span, by),
    get commands() {
      return commands();
    },
    complete: script.complete,
    tokens: lazily(() => script.tokens().map(({ kind, span }) => ({ kind, span: move(span, by) }))),
    variables: lazily(() => script.variables().map((variable) => moveVariable(variable, by))),
  };
}

function moveVariable(variable: ShellVariable, by: number): ShellVariable {
  return { ...variable, nameSpan: move(variable.nameSpan, by), span: move(variable.span, by) };
}

function moveCommand(command: ShellCommand, by: number): ShellCommand {
  const { span, name, args, assignments, pipe } = command;
  return {
    ...command,
    span: move(span, by),
    name: name && moveShellWord(name, by),
    args: args.map((word) => moveShellWord(word, by)),
    assignments: assignments.map((word) => moveShellWord(word, by)),
    pipe: pipe && move(pipe, by),
  };
}

function moveShellWord({ span, value, literal }: ShellWord, by: number): ShellWord {
  return { span: move(span, by), value, literal };
}
