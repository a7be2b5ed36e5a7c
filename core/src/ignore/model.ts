import type { Problem, Span } from '../text/index.ts';
import type { IgnoreMatcher } from './matcher.ts';

/** A `.dockerignore` as the builder reads it. Spans are offsets into `text` exactly as given, byte order mark included. */
export interface IgnoreFile {
  readonly text: string;
  /** Lines whose very first character is a `#`. */
  readonly comments: readonly IgnoreComment[];
  /** In file order; the last one that matches decides. Those that the builder refuses are here too. */
  readonly patterns: readonly IgnorePattern[];
  readonly problems: readonly Problem[];
  /** Compiled on first use, once. */
  matcher(): IgnoreMatcher;
}

export interface IgnoreComment {
  /** From `#` to the end of the line, without the line break. */
  readonly span: Span;
  /** Behind the `#`, trimmed. */
  readonly text: string;
}

/** One line that is neither empty nor a comment. */
export interface IgnorePattern {
  /** Place among the patterns, from 0. */
  readonly index: number;
  /** The line without the white space around it, `!` included. */
  readonly span: Span;
  /** As written there. */
  readonly raw: string;
  /** True for `!pattern`, which takes back what earlier patterns excluded. */
  readonly negated: boolean;
  /** The path behind the `!`, cleaned as the builder does: `/a/../b/` is `b`. Empty for a lone `!`. */
  readonly path: string;
  /** The path as written, without the `!`. */
  readonly pathSpan: Span;
}
