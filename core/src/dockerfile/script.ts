import { parseShell, type ParsedScript } from '../shell/index.ts';
import type { Instruction } from './model.ts';
import type { ArgumentText } from './reading.ts';

const posixShells = /^(?:.*[/\\])?(?:sh|bash|ash|dash|zsh|ksh|busybox)(?:\.exe)?$/i;

/** True when a SHELL instruction, given in its JSON form, names a shell whose scripts are parsed here. */
export function isPosixShell(words: readonly string[]): boolean {
  return posixShells.test(words[0] ?? '');
}

/** The script of an instruction in shell form, or of its heredoc; null for exec form and for other languages. */
export function readScript(instruction: Instruction, inside: ArgumentText): ParsedScript | null {
  const { keyword, json, heredocs, inner } = instruction;
  if (keyword === 'HEALTHCHECK' || keyword === 'ONBUILD') return inner?.script() ?? null;
  if (keyword !== 'RUN' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT') return null;
  if (json || inside.from >= inside.to) return null;
  const heredoc = heredocs[0];
  if (!heredoc || !isReadByShell(instruction)) return readLine(inside);
  if (!isShellText(heredoc.body)) return null;
  return parseShell(heredoc.body, heredoc.bodySpan.start);
}

function readLine({ line, from, to }: ArgumentText): ParsedScript {
  return parseShell(line.text.slice(from, to), (index) => line.offsetAt(from + index));
}

/** True when the heredoc is the script itself: `RUN <<EOF`, or `RUN bash -e <<EOF`. */
function isReadByShell(instruction: Instruction): boolean {
  const words = instruction.args.filter(({ raw }) => !opensHeredoc(raw));
  const [shell] = words;
  return !shell || (posixShells.test(shell.value) && words.slice(1).every(({ raw }) => raw.startsWith('-')));
}

function opensHeredoc(raw: string): boolean {
  return /^\d*<</.test(raw);
}

/** A first line `#!` that names another interpreter makes the text a program of that language. */
function isShellText(body: string): boolean {
  const [, program = '', argument = ''] = /^#![ \t]*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/.exec(body) ?? [];
  if (program === '') return true;
  return posixShells.test(/(?:^|\/)env$/.test(program) ? argument : program);
}
