import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { remove, type TextEdit } from '../../text/index.ts';

/** Takes an instruction out, with the blanks before it and the line break behind it. */
export function removeInstruction({ span }: Instruction, { text }: Pick<Dockerfile, 'text'>): TextEdit {
  let start = span.start;
  while (start > 0 && isBlank(text.charAt(start - 1))) start--;
  let end = span.end;
  while (end < text.length && isBlank(text.charAt(end))) end++;
  if (text.startsWith('\r\n', end)) end += 2;
  else if (text.charAt(end) === '\n') end++;
  return remove({ start, end });
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}
