import type { Problem, Span } from '../text/index.ts';

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
  /** The path behind the `!`, cleaned as the builder does: `/a/../b/` is `b`. Empty for a lone `!` and too long lines. */
  readonly path: string;
  /** The path as written, without the `!`. */
  readonly pathSpan: Span;
}

/** What the patterns say of one file or folder. */
export interface IgnoreVerdict {
  readonly excluded: boolean;
  /** Index of the pattern that spoke last; -1 when none did. */
  readonly by: number;
  /** For each pattern 1 when it matched here or in a folder around; what lies below goes on from it. */
  readonly matched: Uint8Array;
}

/** Paths are relative to the context's root, with `/` between folders and none at the ends. */
export interface IgnoreMatcher {
  /** True when a build does not get this file; for a folder, unless something in it is taken back. */
  excludes(path: string): boolean;
  judge(path: string): IgnoreVerdict;
  /** The same for what lies directly in a folder that was judged already. */
  judgeBelow(path: string, folder: IgnoreVerdict | undefined): IgnoreVerdict;
  /** False when nothing below a folder, whose verdict is given, can be taken back by a `!` pattern. */
  mayReinclude(folder: string, verdict: IgnoreVerdict): boolean;
}
