import type { Instruction } from '../../dockerfile/index.ts';
import { presets, type DockerfileContext, type Preset, type Report, type RuleMessages } from '../../lint/index.ts';
import type { Span } from '../../text/index.ts';

/** All presets but some, for what those tools do not say. */
export function viewsWithout(...tools: readonly Preset[]): readonly Preset[] {
  return presets.filter((preset) => !tools.includes(preset));
}

/**
 * Reports a word of an instruction. BuildKit's checks name the first line of an instruction, so where the word stands on
 * a later one, that preset marks the keyword.
 */
export function reportWord<M extends RuleMessages>(
  report: Report<M>,
  instruction: Instruction,
  ctx: DockerfileContext<M>,
): void {
  const wanted = report.presets ?? presets;
  if (!wanted.includes('buildkit') || isOnFirstLine(report.at, instruction, ctx.text)) {
    ctx.report(report);
    return;
  }
  ctx.report({ ...report, presets: wanted.filter((preset) => preset !== 'buildkit') });
  ctx.report({ ...report, at: instruction.keywordSpan, presets: ['buildkit'] });
}

function isOnFirstLine(at: Span, { span }: Instruction, text: string): boolean {
  const end = text.indexOf('\n', span.start);
  return end < 0 || at.start < end;
}
