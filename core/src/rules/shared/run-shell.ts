import type { Dockerfile, Instruction, Stage, Word } from '../../dockerfile/index.ts';
import { getSections, type Section } from './stages.ts';

/** The shell that runs the shell form of instructions: the words of the last SHELL, or null for the builder's own. */
export type RunShell = readonly Word[] | null;

/** Visits every instruction with the shell that is in force there: SHELL holds for the stages built on its own too. */
export function eachShell(
  file: Dockerfile,
  visit: (instruction: Instruction, shell: RunShell, section: Section) => void,
): void {
  const atEnd = new Map<Stage, RunShell>();
  for (const section of getSections(file)) {
    const { stage } = section;
    let shell = stage?.base.kind === 'stage' ? (atEnd.get(stage.base.stage) ?? null) : null;
    for (const instruction of section.instructions) {
      if (instruction.keyword === 'SHELL' && instruction.json) shell = instruction.json;
      visit(instruction, shell, section);
    }
    if (stage) atEnd.set(stage, shell);
  }
}

/** The program that a shell's path names: `bash` for `/usr/bin/bash`. */
export function getShellName(path: string): string {
  return path
    .replace(/^.*[/\\]/, '')
    .replace(/\.exe$/i, '')
    .toLowerCase();
}

/** The heredoc that is the script of a RUN itself: `RUN <<EOF` or `RUN bash <<EOF`. Not one that is data for a command. */
export function findScriptHeredoc(run: Instruction) {
  const heredoc = run.heredocs[0];
  if (!heredoc || run.heredocs.length > 1) return undefined;
  const script = run.script();
  return script && script.span.start >= heredoc.bodySpan.start && heredoc.body !== '' ? heredoc : undefined;
}

/** How the shell of a heredoc's script is started: the words before `<<`, or its `#!` line; else nothing. */
export function getHeredocStart(run: Instruction, body: string): string {
  const words = run.args.filter(({ raw }) => !/^\d*<</.test(raw)).map(({ value }) => value);
  if (words.length > 0) return words.join(' ');
  return /^#!\s*(.*)/.exec(body)?.[1]?.trim() ?? '';
}

/** Where a line at the top of a heredoc's script is inserted: behind a `#!` line. */
export function topOfHeredoc({ body, bodySpan }: { body: string; bodySpan: { start: number } }): number {
  const shebang = /^#![^\n]*\n/.exec(body)?.[0] ?? '';
  return bodySpan.start + shebang.length;
}
