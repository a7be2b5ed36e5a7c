import type { Dockerfile, Instruction, Stage } from '../../dockerfile/index.ts';
import { insert, type TextEdit } from '../../text/index.ts';

/** The line ending that a text uses. */
export function getLineEnding(text: string): '\r\n' | '\n' {
  const at = text.indexOf('\n');
  return at > 0 && text.charAt(at - 1) === '\r' ? '\r\n' : '\n';
}

/** Writes a keyword the way its neighbour is written: `user` in a file of lower-case keywords. */
export function matchCase(keyword: string, neighbour: Instruction): string {
  const written = neighbour.keywordText;
  return written !== '' && written === written.toLowerCase() ? keyword.toLowerCase() : keyword;
}

/** True for an instruction that begins its line; false for one behind ONBUILD, in front of which no line can be put. */
export function beginsLine({ span }: Instruction, text: string): boolean {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  return /^\uFEFF?[ \t]*$/.test(text.slice(lineStart, span.start));
}

/** True while an instruction has no end yet, for example below a last `\`: a line behind it would become part of it. */
export function isOpenEnded({ span, heredocs }: Instruction, { text, escape }: Dockerfile): boolean {
  const heredoc = heredocs.at(-1);
  return heredoc
    ? text.slice(heredoc.bodySpan.end, span.end).trim() !== heredoc.name
    : text.slice(span.start, span.end).trimEnd().endsWith(escape);
}

/** A new line behind an instruction, or undefined where the instruction would swallow it. */
export function insertBehind(instruction: Instruction, file: Dockerfile, line: string): TextEdit | undefined {
  return isOpenEnded(instruction, file) ? undefined : insert(instruction.span.end, getLineEnding(file.text) + line);
}

/**
 * A new line above an instruction that begins its line, and above the comments that stand directly over it: they speak
 * of the instruction, and may silence something there.
 */
export function insertAbove({ span }: Instruction, { text, directives }: Dockerfile, line: string): TextEdit {
  // Above a directive nothing may stand, not even an instruction.
  const top = directives.at(-1)?.span.end ?? -1;
  let at = text.lastIndexOf('\n', span.start - 1) + 1;
  const indent = /^\uFEFF?([ \t]*)/.exec(text.slice(at, span.start))?.[1] ?? '';
  for (
    let above = lineBefore(text, at);
    above > top && /^[ \t]*#/.test(text.slice(above, at));
    above = lineBefore(text, at)
  ) {
    at = above;
  }
  const mark = text.charCodeAt(at) === 0xfeff ? 1 : 0;
  return insert(at + mark, `${indent}${line}${getLineEnding(text)}`);
}

/** Where the line before the one at `start` begins; `start` itself at the top of the text. */
function lineBefore(text: string, start: number): number {
  return start === 0 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
}

/** USER behind the last instruction of the stage that needs root: a build step or a copy, else FROM. */
export function insertUser(stage: Stage, file: Dockerfile, user: string): TextEdit | undefined {
  const last = stage.instructions.findLast(({ keyword }) => keyword !== null && buildSteps.has(keyword)) ?? stage.from;
  return insertBehind(last, file, `${matchCase('USER', stage.from)} ${user}`);
}

const buildSteps = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'WORKDIR', 'VOLUME', 'USER']);
