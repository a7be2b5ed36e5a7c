import { remove, type Span, type TextEdit } from '../../text/index.ts';

/** Removes a word and the space that divides it from the next one, or from the one before at the end of a line. */
export function removeWord({ start, end }: Span, text: string): TextEdit {
  let after = end;
  while (isBlank(text.charAt(after))) after++;
  if (after > end && !/[\\`\r\n]|^$/.test(text.charAt(after))) return remove({ start, end: after });
  let before = start;
  while (isBlank(text.charAt(before - 1))) before--;
  return remove({ start: before, end });
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}
