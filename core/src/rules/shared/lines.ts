import type { Instruction, Stage } from '../../dockerfile/index.ts';
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

/** Adds a line behind the last instruction of the stage that needs root: a build step or a copy, else FROM. */
export function insertBehindBuildSteps(stage: Stage, text: string, keyword: string, rest: string): TextEdit {
  const last = stage.instructions.findLast(({ keyword: of }) => of !== null && buildSteps.has(of)) ?? stage.from;
  return insert(last.span.end, `${getLineEnding(text)}${matchCase(keyword, stage.from)} ${rest}`);
}

const buildSteps = new Set(['FROM', 'RUN', 'COPY', 'ADD', 'WORKDIR', 'VOLUME', 'USER']);
