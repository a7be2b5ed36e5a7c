import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import type { Knowledge } from '../../lint/index.ts';
import { findSteps, type ShellSteps, type ShellWord } from '../../shell/index.ts';
import { textOf, type Message, type Span, type TextEdit } from '../../text/index.ts';
import type { Action } from '../model.ts';

/** What a rewriting is asked about: the instruction at the cursor of a Dockerfile. */
export interface Refactoring {
  readonly file: Dockerfile;
  readonly instruction: Instruction;
  /** The cursor or the selection. */
  readonly area: Span;
  readonly knowledge: Knowledge;
}

/** Says what can be done with an instruction; nothing where it would not be certain what comes out. */
export type PlanRefactor = (asked: Refactoring) => readonly Action[];

/** `safe` when the file then does the same as before. */
export function rewrite(title: Message, edits: readonly TextEdit[], safe: boolean): Action {
  return { title, kind: 'rewrite', preferred: false, safe, edits, snippet: null, findings: [] };
}

/** The script of a RUN in shell form on its own lines, step by step, when it is nothing but steps and no word is cut in two. */
export interface RunSteps {
  readonly join: ShellSteps['join'];
  readonly steps: readonly RunStep[];
}

export interface RunStep {
  /** On one line, with continuations removed. */
  readonly text: string;
  readonly span: Span;
  readonly names: readonly (string | null)[];
}

export function readRunSteps({ text }: Dockerfile, instruction: Instruction): RunSteps | null {
  const { keyword, json, heredocs, argsSpan, code, span } = instruction;
  if (keyword !== 'RUN' || json || heredocs.length > 0 || !instruction.script()?.complete) return null;
  if (hasCutWord(text, instruction)) return null;
  const found = findSteps(code.slice(argsSpan.start - span.start, argsSpan.end - span.start));
  if (!found) return null;
  const steps = found.steps.map(({ start, end, names }) => {
    const area = { start: argsSpan.start + start, end: argsSpan.start + end };
    return { text: onOneLine(text, instruction, area), span: area, names };
  });
  return { join: found.join, steps };
}

/** True when a word stands on two lines: joined, it is another text than its lines side by side. */
function hasCutWord(text: string, instruction: Instruction): boolean {
  const { args } = instruction;
  const commands = instruction.script()?.commands ?? [];
  const words = [
    ...args,
    ...commands.flatMap((each) => [...(each.name ? [each.name] : []), ...each.args, ...each.assignments]),
  ];
  return words.some(({ span }) => text.slice(span.start, span.end).includes('\n'));
}

function onOneLine(text: string, { code, span }: Instruction, { start, end }: Span): string {
  const parts: string[] = [];
  let from = start;
  for (const line of text.slice(start, end).split('\n')) {
    const part = code.slice(from - span.start, from + line.length - span.start).trim();
    if (part !== '') parts.push(part);
    from += line.length + 1;
  }
  return parts.join(' ');
}

/** The words of a script that is one command of plain words: without expansions, redirections or anything around it. */
export function readPlainCommand({ text }: Dockerfile, instruction: Instruction): readonly ShellWord[] | undefined {
  const script = instruction.heredocs.length > 0 ? null : instruction.script();
  const [command, ...others] = script?.commands ?? [];
  if (!script?.complete || !command?.name || others.length > 0) return undefined;
  const words = [command.name, ...command.args];
  return words.every(({ span }) => isPlain(textOf(text, span))) && !hasMore(instruction, words) ? words : undefined;
}

/** A word that is the same to every shell: bare, or quoted without anything that is expanded. */
function isPlain(raw: string): boolean {
  return /^[\w@%+:,./-][\w@%+=:,./-]*$|^'[^'\\\r\n]*'$|^"[^"$`\\\r\n]*"$/.test(raw);
}

function hasMore({ code, span, argsSpan }: Instruction, words: readonly ShellWord[]): boolean {
  let at = argsSpan.start;
  for (const { start, end } of [...words.map((word) => word.span), { start: argsSpan.end, end: argsSpan.end }]) {
    if (code.slice(at - span.start, start - span.start).trim() !== '') return true;
    at = end;
  }
  return false;
}

/** Commands of the shell itself that leave it another than it was: what runs behind them sees the difference. */
const stateful: ReadonlySet<string> = new Set([
  '.',
  'alias',
  'cd',
  'declare',
  'eval',
  'exec',
  'exit',
  'export',
  'hash',
  'let',
  'local',
  'popd',
  'pushd',
  'read',
  'readonly',
  'return',
  'set',
  'shift',
  'shopt',
  'source',
  'trap',
  'typeset',
  'ulimit',
  'umask',
  'unalias',
  'unset',
  'wait',
]);

/** True when the shell behind the step is not surely the one before it. */
export function changesShell({ names }: RunStep): boolean {
  return names.some((name) => name === null || stateful.has(name) || !/^[\w./+-]+$/.test(name));
}

export function isShellCommand(name: string): boolean {
  return (
    stateful.has(name) ||
    [':', 'bg', 'break', 'builtin', 'command', 'continue', 'fg', 'getopts', 'jobs', 'times', 'type'].includes(name)
  );
}

/** The line break that the file uses. */
export function lineBreakOf({ text }: Dockerfile): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The blanks in front of an instruction. */
export function indentOf({ text }: Dockerfile, { span }: Instruction): string {
  let start = span.start;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, span.start);
}

/** Commands one below the other, as a chain over several lines. */
export function toChain(file: Dockerfile, instruction: Instruction, steps: readonly string[]): string {
  return steps.join(` && ${file.escape}${lineBreakOf(file)}${indentOf(file, instruction)}    `);
}
