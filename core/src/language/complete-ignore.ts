import type { IgnoreFile } from '../ignore/index.ts';
import type { ContextListing } from '../project/index.ts';
import type { Span } from '../text/index.ts';
import { completeComment } from './complete-comment.ts';
import { offerPaths } from './context-paths.ts';
import { stackPatterns } from './ignore-patterns.data.ts';
import { lineAround } from './lines.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { offer } from './offer.ts';

/** Paths of the build context and common patterns; in a comment, the rules that it can silence. */
export function completeIgnore(file: IgnoreFile, offset: number, { knowledge, rules }: LanguageFacts): Completion[] {
  const { text } = file;
  const line = lineAround(text, offset);
  const start = line.start === 0 && text.startsWith('\uFEFF') ? 1 : line.start;
  if (offset < start) return [];
  if (text.charAt(start) === '#') {
    return completeComment({ text, line, offset, language: 'dockerignore', directives: [] }, rules);
  }
  const before = /^\s*(!?\s*)(.*)$/.exec(text.slice(start, offset));
  const typed = before?.[2] ?? '';
  const part = typed.slice(typed.lastIndexOf('/') + 1);
  const rest = /^[^\s/]*/.exec(text.slice(offset, line.end))?.[0] ?? '';
  const paths = offerPaths(knowledge.context, {
    typed: typed.replace(/^\/+/, ''),
    span: { start: offset - part.length, end: offset + rest.length },
  });
  if (before?.[1]) return paths;
  const whole = { start: offset - typed.length, end: offset + text.slice(offset, line.end).trimEnd().length };
  return [...paths, ...offerCommon(file, whole, knowledge.context?.listing())];
}

/** What the project's kind calls for, without what the file has already. */
function offerCommon({ patterns }: IgnoreFile, span: Span, listing: ContextListing | undefined): Completion[] {
  const have = new Set(patterns.filter((each) => each.span.start !== span.start).map(({ raw }) => raw));
  const seen = new Set<string>();
  const fitting = stackPatterns.filter(
    ({ beside }) => beside.length === 0 || beside.some((pattern) => listing?.matches(pattern).first() !== undefined),
  );
  return fitting.flatMap(({ detail, patterns: common }) =>
    common.flatMap((pattern) => {
      if (have.has(pattern) || seen.has(pattern)) return [];
      seen.add(pattern);
      return [offer(pattern, 'value', span, { detail })];
    }),
  );
}
