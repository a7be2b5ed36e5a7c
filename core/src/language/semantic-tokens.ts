import type { Dockerfile, Instruction } from '../dockerfile/index.ts';
import type { SourceDocument } from '../project/index.ts';
import { overlaps, textOf, type Span } from '../text/index.ts';
import type { SemanticToken } from './model.ts';
import { paintArguments } from './token-arguments.ts';
import { createPalette, toToken, type Palette } from './token-palette.ts';
import { paintScript } from './token-scripts.ts';

/**
 * The tokens of a Dockerfile, or of the instructions that `area` touches, in order; none overlap and none crosses a
 * line break. Nothing for Compose files, whose grammar says it all.
 */
export function findSemanticTokens(document: SourceDocument, area?: Span): readonly SemanticToken[] {
  if (document.language !== 'dockerfile') return [];
  const file = document.model;
  const isWanted = ({ span }: { span: Span }): boolean => !area || overlaps(span, area);
  const found: SemanticToken[] = [];
  const directives = new Set(file.directives.map(({ span }) => span.start));
  for (const directive of file.directives) {
    found.push(toToken(directive.nameSpan, 'macro'), toToken(directive.valueSpan, 'string'));
  }
  for (const { span } of file.comments) {
    if (!directives.has(span.start) && isWanted({ span })) found.push(toToken(span, 'comment'));
  }
  const stageNumber = indexStages(file);
  for (const instruction of file.instructions) {
    if (isWanted(instruction)) paintInstruction(createPalette({ file, stageNumber, found }, instruction), instruction);
  }
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let end = 0;
  // A lone carriage return ends a line for editors, though not for the builder.
  const hasReturns = /\r(?!\n)/.test(file.text);
  const crosses = ({ span }: SemanticToken): boolean => hasReturns && textOf(file.text, span).includes('\r');
  return found.filter((token) => {
    const { span } = token;
    if (crosses(token)) return false;
    if (span.start < end || span.end <= span.start || (area && !overlaps(span, area))) return false;
    end = span.end;
    return true;
  });
}

function paintInstruction(palette: Palette, instruction: Instruction): void {
  const { keyword, keywordSpan, inner } = instruction;
  palette.paint(keywordSpan, 'keyword');
  if (keyword === null) return;
  paintArguments(palette, instruction);
  paintScript(palette, instruction);
  if (inner) paintInstruction(palette, inner);
}

/** The number of the first stage of a name, by one look at the file. */
function indexStages({ stages }: Dockerfile): (name: string) => number | undefined {
  const numbers = new Map<string, number>();
  for (const { index, name } of stages) {
    const key = name?.value.toLowerCase();
    if (key !== undefined && !numbers.has(key)) numbers.set(key, index);
  }
  return (name) => numbers.get(name.toLowerCase()) ?? (/^\d+$/.test(name) ? Number(name) : undefined);
}
