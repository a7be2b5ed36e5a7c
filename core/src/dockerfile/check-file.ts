import { trimEnd } from './chars.ts';
import { checkFlags } from './check-flags.ts';
import { checkInstruction } from './check-instruction.ts';
import { checkStages } from './check-stages.ts';
import { checkValues } from './check-values.ts';
import { keywords, type Dockerfile, type Instruction } from './model.ts';
import { findNearest } from './nearest.ts';
import type { Report } from './problems.ts';

/** Reports what BuildKit refuses once the instructions are read: first each by itself, then stages and values. */
export function checkFile(file: Dockerfile, report: Report): void {
  if (file.instructions.length === 0) {
    const end = trimEnd(file.text, 0);
    const lastLine = file.text.lastIndexOf('\n', end - 1) + 1;
    report('empty-file', { start: Math.min(lastLine, end), end });
    return;
  }
  let hasStage = false;
  for (const instruction of file.instructions) {
    if (instruction.keyword === null) reportUnknown(instruction, report);
    else {
      checkInstruction(instruction, report);
      checkFlags(instruction, file.directives, report);
    }
    hasStage ||= instruction.keyword === 'FROM';
    if (!hasStage && instruction.keyword !== 'ARG' && instruction.keyword !== null) {
      report('first-instruction-not-from', instruction.keywordSpan, { keyword: instruction.keyword });
    }
  }
  const last = file.instructions.at(-1);
  const isAllArgs = file.instructions.every(({ keyword }) => keyword === 'ARG');
  if (last && isAllArgs) report('no-stage', last.keywordSpan);
  checkStages(file, report);
  checkValues(file, report);
}

function reportUnknown({ keywordText, keywordSpan }: Instruction, report: Report): void {
  // A name may be as long as the file; the message shows its beginning.
  const name = keywordText.length > 60 ? `${keywordText.slice(0, 60)}…` : keywordText;
  const nearest = findNearest(keywordText, keywords);
  if (nearest) report('misspelt-instruction', keywordSpan, { name, nearest });
  else report('unknown-instruction', keywordSpan, { name });
}
