import type { Instruction } from '../../dockerfile/index.ts';
import type { Span } from '../../text/index.ts';

/** A piece of text in an instruction or in one of its heredocs, and what its pattern found. */
export interface Written {
  readonly span: Span;
  readonly groups: readonly (string | undefined)[];
}

/**
 * Where an instruction writes something into a file: in its own line or in a heredoc, lines that begin with `#` left
 * out. The pattern is global and of bounded length, since a line may be very long.
 */
export function findWritten({ code, span, heredocs }: Instruction, text: string, pattern: RegExp): readonly Written[] {
  const bodies = heredocs.map(({ bodySpan }) => ({
    offset: bodySpan.start,
    body: text.slice(bodySpan.start, bodySpan.end),
  }));
  return [{ offset: span.start, body: code }, ...bodies].flatMap(({ offset, body }) =>
    Array.from(body.matchAll(pattern))
      .filter(({ index }) => !isInComment(body, index))
      .map((match) => ({
        span: { start: offset + match.index, end: offset + match.index + match[0].length },
        groups: match.slice(1),
      })),
  );
}

function isInComment(body: string, index: number): boolean {
  const before = body.slice(Math.max(0, index - 300), index);
  return /^\s*#/.test(before.slice(before.lastIndexOf('\n') + 1));
}
