import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { insert, remove, replace } from '../../text/index.ts';
import { findMixedIndents } from '../shared/indents.ts';
import { getLineEnding, isOpenEnded } from '../shared/lines.ts';
import { readLayout, type LayoutLine } from '../shared/layout.ts';

const messages = {
  trailing: 'Blanks stand at the end of this line.',
  blankLines: 'One blank line is enough here.',
  mixed: 'This line is indented otherwise than the first one of its instruction.',
  noNewline: 'The last line has no end.',
  removeBlanks: 'Remove the blanks',
  removeLines: 'Keep one blank line',
  indent: 'Indent like the first line',
  addNewline: 'Add a line break',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/dockerfile-formatting',
  kind: 'style',
  severity: 'off',
  strict: 'hint',
  refs: {
    tally: [
      'consistent-indentation',
      'eol-last',
      'epilogue-order',
      'max-lines',
      'newline-between-instructions',
      'newline-per-chained-call',
      'no-multi-spaces',
      'no-multiple-empty-lines',
      'no-trailing-spaces',
      'sort-packages',
      'prefer-copy-heredoc',
      'prefer-run-heredoc',
      'prefer-formatted-heredocs',
    ],
  },
  title: 'Keep white space tidy',
  why: 'Blanks that nobody sees make differences that nobody understands. None of this changes what is built; the text of heredocs, where it could, is left alone.',
  source: 'https://editorconfig.org/#file-format-details',
  bad: 'FROM alpine:3.23 \nRUN true\n',
  good: 'FROM alpine:3.23\n\nRUN true\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const lines = readLayout(file);
  for (const [index, line] of lines.entries()) if (!isSurplus(lines, index)) checkTrailing(line, ctx);
  checkBlankLines(lines, ctx);
  for (const { span, indent } of findMixedIndents(file)) {
    ctx.report({ at: span, message: 'mixed', fix: { title: 'indent', edits: [replace(span, indent)] } });
  }
  checkEnd(file, ctx);
}

function checkTrailing({ start, end, text }: LayoutLine, ctx: Context): void {
  const at = { start: start + text.trimEnd().length, end };
  if (at.start === at.end) return;
  ctx.report({ at, message: 'trailing', fix: { title: 'removeBlanks', edits: [remove(at)] } });
}

/** True for a blank line right behind another one. */
function isSurplus(lines: readonly LayoutLine[], index: number): boolean {
  const before = lines[index - 1];
  const here = lines[index];
  if (!before || !here || before.isInside || here.isInside) return false;
  return before.next === here.start && before.text.trim() === '' && here.text.trim() === '';
}

/** All that is too much in one place is one finding. */
function checkBlankLines(lines: readonly LayoutLine[], ctx: Context): void {
  for (let index = 0; index < lines.length; index++) {
    const first = lines[index];
    if (!first || !isSurplus(lines, index)) continue;
    while (isSurplus(lines, index + 1)) index++;
    const surplus = { start: first.start, end: lines[index]?.next ?? first.next };
    ctx.report({ at: surplus, message: 'blankLines', fix: { title: 'removeLines', edits: [remove(surplus)] } });
  }
}

function checkEnd(file: Dockerfile, ctx: Context): void {
  const { text, instructions } = file;
  const last = instructions.at(-1);
  if (!last || text.endsWith('\n') || /\n[ \t]*$/.test(text.slice(-1000)) || isOpenEnded(last, file)) return;
  const at = { start: text.length - 1, end: text.length };
  ctx.report({
    at,
    message: 'noNewline',
    fix: { title: 'addNewline', edits: [insert(text.length, getLineEnding(text))] },
  });
}
