import type { Span } from '../text/index.ts';
import type { Heredoc, Instruction, Keyword } from './model.ts';
import { lexShell } from './shell-lex.ts';

/** A use of a variable that the builder itself expands. */
export interface VariableUse {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  /** `:-`, `#`, `//` and so on; empty for `$name` and `${name}`. */
  readonly modifier: string;
}

const expanding: ReadonlySet<Keyword | null> = new Set<Keyword>([
  'ADD',
  'ARG',
  'COPY',
  'ENV',
  'EXPOSE',
  'FROM',
  'LABEL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
]);

/** The variables in an instruction's flags and arguments, in order. The shell's own, in RUN and CMD, are not among them. */
export function findVariables(instruction: Instruction, escape: string): VariableUse[] {
  const found: VariableUse[] = [];
  const { code, span, keyword } = instruction;
  const look = (area: Span): void => {
    const text = code.slice(area.start - span.start, area.end - span.start);
    if (!text.includes('$')) return;
    for (const { name, start, end, nameStart, nameEnd, modifier } of lexShell(text, { escape }).variables) {
      found.push({
        name,
        modifier,
        span: { start: area.start + start, end: area.start + end },
        nameSpan: { start: area.start + nameStart, end: area.start + nameEnd },
      });
    }
  };
  for (const { valueSpan } of instruction.flags) if (valueSpan) look(valueSpan);
  if (expanding.has(keyword)) for (const word of instruction.args) look(word.span);
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The variables in the body of a heredoc whose delimiter is not quoted; quotes have no meaning there. */
export function findBodyVariables({ body, bodySpan, expand }: Heredoc): VariableUse[] {
  if (!expand || !body.includes('$')) return [];
  const at = bodySpan.start;
  const { variables } = lexShell(body.replace(/['"]/g, '.'), { escape: '\\' });
  return variables.map(({ name, start, end, nameStart, nameEnd, modifier }) => ({
    name,
    modifier,
    span: { start: at + start, end: at + end },
    nameSpan: { start: at + nameStart, end: at + nameEnd },
  }));
}
