import type { Directive } from './model.ts';
import { skipSpace } from './chars.ts';
import type { Report } from './problems.ts';

const names = new Set(['syntax', 'escape', 'check']);

export interface DirectiveReader {
  readonly found: Directive[];
  escape(): '\\' | '`';
  read(text: string, from: number, to: number): void;
}

/** Reads parser directives until a line is none; from then on `#` begins a comment. */
export function createDirectiveReader(report: Report): DirectiveReader {
  const found: Directive[] = [];
  let escape: '\\' | '`' = '\\';
  let isOver = false;
  return {
    found,
    escape: () => escape,
    read(text, from, to) {
      if (isOver) return;
      const directive = readDirective(text, from, to);
      if (!directive) {
        isOver = true;
        return;
      }
      const isRepeated = found.some(({ name }) => name === directive.name);
      found.push(directive);
      if (isRepeated) report('repeated-directive', directive.span, { name: directive.name });
      else if (directive.name === 'check') checkOptions(directive, report);
      else if (directive.name === 'escape') {
        if (directive.value === '\\' || directive.value === '`') escape = directive.value;
        else report('invalid-escape', directive.valueSpan, { value: directive.value });
      }
    },
  };
}

function readDirective(text: string, start: number, end: number): Directive | undefined {
  if (text.charAt(start) !== '#' || start >= end) return undefined;
  const from = skipSpace(text, start + 1, end);
  const match = /^([a-zA-Z][a-zA-Z0-9]*)([\t\n\f\r ]*=[\t\n\f\r ]*)(.+?)[\t\n\f\r ]*$/.exec(text.slice(from, end));
  const [, written = '', between = '', value = ''] = match ?? [];
  const name = written.toLowerCase();
  if (!names.has(name)) return undefined;
  const valueStart = from + written.length + between.length;
  return {
    name,
    value,
    span: { start, end },
    nameSpan: { start: from, end: from + written.length },
    valueSpan: { start: valueStart, end: valueStart + value.length },
  };
}

function checkOptions({ value, valueSpan }: Directive, report: Report): void {
  for (const part of value.split(';')) {
    const option = part.trim();
    if (option === '') continue;
    const [key = '', setting] = option.split(/=(.*)/s);
    const isKnown = key.trim() === 'skip' || key.trim() === 'error' || key.trim() === 'experimental';
    const isBoolean = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test((setting ?? '').trim());
    if (!isKnown || setting === undefined || (key.trim() === 'error' && !isBoolean)) {
      report('invalid-check-directive', valueSpan, { option });
    }
  }
}
