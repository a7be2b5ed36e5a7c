import type { Finding, Rule, Severity } from '../lint/index.ts';
import type { Language } from '../project/index.ts';
import type { LineIndex, Message, Position, Span } from '../text/index.ts';

/** One file with what was found in it. */
export interface FileReport {
  /** As shown to the user, with `/`. */
  readonly path: string;
  readonly language: Language;
  readonly text: string;
  /** In file order, the suppressed ones among them. */
  readonly findings: readonly Finding[];
}

/** A file that could not be looked at, and why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: Message;
}

/** Everything that one run found. */
export interface LintReport {
  readonly files: readonly FileReport[];
  readonly unreadable: readonly Unreadable[];
}

/** What the renderers need beside the findings. */
export interface RenderOptions {
  /** A sentence in the user's language. */
  readonly translate: (sentence: Message) => string;
  readonly version: string;
  readonly rules: readonly Rule[];
}

/** Line and column from 1, as people count; columns are UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export function placeAt(lines: LineIndex, offset: number): Place {
  const { line, character }: Position = lines.positionAt(offset);
  return { line: line + 1, column: character + 1 };
}

export function rangeOf(lines: LineIndex, span: Span): { readonly start: Place; readonly end: Place } {
  return { start: placeAt(lines, span.start), end: placeAt(lines, span.end) };
}

/** What is left to tell once comments have silenced the rest. */
export function getVisible(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ suppressed }) => suppressed === null);
}

export function countBySeverity(report: LintReport): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of report.files.flatMap(({ findings }) => getVisible(findings))) counts[severity]++;
  return counts;
}
