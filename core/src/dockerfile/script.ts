import { parseShell, type ShellScript } from '../shell/index.ts';
import type { Instruction } from './model.ts';
import type { ArgumentText } from './instruction.ts';

const posixShells = /^(?:.*[/\\])?(?:sh|bash|ash|dash|zsh|ksh|busybox)(?:\.exe)?$/i;

/** True when a SHELL instruction, given in its JSON form, names a shell whose scripts are parsed here. */
export function isPosixShell(words: readonly string[]): boolean {
  return posixShells.test(words[0] ?? '');
}

/** The script of an instruction in shell form, or of its heredoc; null for exec form and for other languages. */
export function readScript(instruction: Instruction, { line, from, to }: ArgumentText): ShellScript | null {
  const { keyword, json, heredocs, inner } = instruction;
  if (keyword === 'HEALTHCHECK' || keyword === 'ONBUILD') return inner?.script() ?? null;
  if (keyword !== 'RUN' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT') return null;
  if (json || from >= to) return null;
  const heredoc = heredocs[0];
  if (!heredoc) return parseShell(line.text.slice(from, to), (index) => line.offsetAt(from + index));
  const first = instruction.args[0]?.raw ?? '';
  const isAlone = instruction.args.length === 1 && /^\d*<</.test(first);
  const shell = instruction.args.find((word) => !/^\d*<</.test(word.raw))?.value ?? '';
  if (!isAlone && !(posixShells.test(shell) && isOnlyShell(instruction))) {
    return parseShell(line.text.slice(from, to), (index) => line.offsetAt(from + index));
  }
  if (!isShellText(heredoc.body)) return null;
  return parseShell(heredoc.body, (index) => heredoc.bodySpan.start + index);
}

/** `RUN bash -e <<EOF`: the heredoc is what the shell reads. */
function isOnlyShell({ args }: Instruction): boolean {
  return args.slice(1).every(({ raw }) => raw.startsWith('-') || /^\d*<</.test(raw));
}

/** A first line `#!` that names another interpreter makes the text a program of that language. */
function isShellText(body: string): boolean {
  const [, program = '', argument = ''] = /^#![ \t]*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/.exec(body) ?? [];
  if (program === '') return true;
  return posixShells.test(/(?:^|\/)env$/.test(program) ? argument : program);
}
