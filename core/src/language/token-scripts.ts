import type { Heredoc, Instruction } from '../dockerfile/index.ts';
import type { ShellTokenKind } from '../shell/index.ts';
import type { TokenType } from './model.ts';
import type { Palette } from './token-palette.ts';

const types: Readonly<Record<ShellTokenKind, TokenType>> = {
  command: 'function',
  option: 'parameter',
  string: 'string',
  number: 'number',
  variable: 'variable',
  operator: 'operator',
  keyword: 'keyword',
  comment: 'comment',
  delimiter: 'label',
};

/** Paints a script as a shell reads it, and the names that open and close heredocs. What COPY writes is left alone. */
export function paintScript(palette: Palette, instruction: Instruction): void {
  const { keyword, heredocs, args, inner } = instruction;
  // Those of an instruction behind ONBUILD are its own.
  if (inner) return;
  for (const heredoc of heredocs) paintHeredoc(palette, heredoc);
  const script = instruction.script();
  if (!script) return;
  for (const { span, kind } of script.tokens()) palette.paint(span, types[kind]);
  if (keyword !== 'RUN' || heredocs.length === 0 || script.span.start < (heredocs[0]?.bodySpan.start ?? 0)) return;
  // `bash -e <<EOF`: the heredoc is the script, and its shell stands in front of it.
  for (const [index, { span, raw }] of args.entries()) {
    if (!raw.includes('<<')) palette.paint(span, index === 0 ? 'function' : 'parameter');
  }
}

function paintHeredoc(palette: Palette, { name, nameSpan, bodySpan, stripTabs }: Heredoc): void {
  palette.paint(nameSpan, 'label');
  const { text } = palette.file;
  let start = bodySpan.end;
  if (stripTabs) while (text.charCodeAt(start) === 9) start++;
  if (text.startsWith(name, start)) palette.paint({ start, end: start + name.length }, 'label');
}
