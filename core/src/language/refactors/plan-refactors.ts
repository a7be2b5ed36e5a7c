import type { Instruction } from '../../dockerfile/index.ts';
import type { Knowledge } from '../../lint/index.ts';
import type { SourceDocument } from '../../project/index.ts';
import { contains, touches, type Span } from '../../text/index.ts';
import type { Action } from '../model.ts';
import { planAssignment } from './assignment-form.ts';
import { planForm } from './command-form.ts';
import { planCopyOwner } from './copy-owner.ts';
import { planDigest } from './image-digest.ts';
import type { PlanRefactor } from './refactoring.ts';
import { planHeredoc } from './run-heredoc.ts';
import { planMerge, planSplit } from './run-split.ts';
import { planSortedPackages } from './sort-packages.ts';
import { planStageName } from './stage-name.ts';

const plans: readonly PlanRefactor[] = [
  planHeredoc,
  planMerge,
  planSplit,
  planForm,
  planSortedPackages,
  planAssignment,
  planStageName,
  planDigest,
  planCopyOwner,
];

/** Other ways to write the instruction at the start of an area, none of which mends anything. Nothing for Compose files. */
export function planRefactors(document: SourceDocument, area: Span, knowledge: Knowledge): readonly Action[] {
  if (document.language !== 'dockerfile') return [];
  const file = document.model;
  const instruction = file.instructions.find(({ span }) => touches(span, area.start));
  // What BuildKit refuses is to be mended first.
  if (!instruction || file.problems.some(({ span }) => contains(instruction.span, span))) return [];
  if (isLeftOpen(file.text, instruction)) return [];
  return plans.flatMap((plan) => plan({ file, instruction, area, knowledge }));
}

/** True when the last line asks to be continued and is not: what is written behind it would be. */
function isLeftOpen(text: string, { heredocs, argsSpan, span }: Instruction): boolean {
  return heredocs.length === 0 && text.slice(argsSpan.end, span.end).trim() !== '';
}
