import { cleanPath } from './clean-path.ts';
import { createMatcher } from './matcher.ts';
import type { IgnoreComment, IgnoreFile, IgnoreMatcher, IgnorePattern } from './model.ts';
import { findPatternProblem, longestLine } from './problems.ts';

/** Reads a `.dockerignore` as the builder does; never throws. */
export function parseIgnore(text: string): IgnoreFile {
  const comments: IgnoreComment[] = [];
  const patterns: IgnorePattern[] = [];
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  for (let start = mark; start <= text.length;) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length + 1 : feed + 1;
    const end = lineEnd(text, start, feed < 0 ? text.length : feed);
    // Only a line that begins with it is a comment: in ` # a` it is the name of a file.
    if (text.charAt(start) === '#') comments.push(readComment(text, start, end));
    else {
      const pattern = readPattern(text, { start, end, index: patterns.length });
      if (pattern) patterns.push(pattern);
    }
    start = next;
  }
  let matcher: IgnoreMatcher | undefined;
  return {
    text,
    comments,
    patterns,
    problems: patterns.flatMap((pattern) => findPatternProblem(pattern) ?? []),
    matcher: () => (matcher ??= createMatcher(patterns)),
  };
}

function lineEnd(text: string, start: number, feed: number): number {
  return feed > start && text.charAt(feed - 1) === '\r' ? feed - 1 : feed;
}

function readComment(text: string, start: number, end: number): IgnoreComment {
  return { span: { start, end }, text: text.slice(start + 1, end).trim() };
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly index: number;
}

function readPattern(text: string, { start, end, index }: Line): IgnorePattern | undefined {
  const span = trim(text, start, end);
  if (span.start >= span.end) return undefined;
  const negated = text.charAt(span.start) === '!';
  const pathSpan = negated ? trim(text, span.start + 1, span.end) : span;
  const raw = text.slice(span.start, span.end);
  return { index, span, raw, negated, path: readPath(text.slice(pathSpan.start, pathSpan.end)), pathSpan };
}

/** `/a` means `a`; only a lone `/` keeps its slash, and then matches nothing. What is too long to be read is empty. */
function readPath(written: string): string {
  if (written === '' || written.length >= longestLine) return '';
  const path = cleanPath(written);
  return path.length > 1 && path.startsWith('/') ? path.slice(1) : path;
}

function trim(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** White space as Go knows it, which is not quite what `\s` is. */
function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13);
  return code === 0x85 || code === 0xa0 || (code >= 0x1680 && wideSpaces.test(String.fromCharCode(code)));
}

const wideSpaces = /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
