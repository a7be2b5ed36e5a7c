import { keywords, type Dockerfile, type Keyword } from '../dockerfile/index.ts';
import { message } from '../text/index.ts';
import { mayHoldDirective } from './complete-comment.ts';
import type { DockerfileCursor } from './dockerfile-cursor.ts';
import { directives, instructions, instructionUrl } from './dockerfile-syntax.data.ts';
import { prefersLowerCase } from './keyword-case.ts';
import type { Completion } from './model.ts';
import { offer } from './offer.ts';
import { code, readMore, say } from './rich-text.ts';

type KeywordCursor = Extract<DockerfileCursor, { place: 'keyword' }>;

/** The instructions that may stand at this place, with what follows them. */
export function completeKeyword(file: Dockerfile, cursor: KeywordCursor): Completion[] {
  const { word, lastOnLine } = cursor;
  const lower = prefersLowerCase(file, word.start);
  const offered = allowedKeywords(file, cursor).map((keyword) => {
    const { summary, syntax, snippet } = instructions[keyword];
    const label = lower ? keyword.toLowerCase() : keyword;
    const documentation = [...code('dockerfile', syntax.join('\n')), ...readMore(instructionUrl(keyword))];
    // With arguments there already, only the keyword itself is exchanged.
    const insert = lastOnLine ? `${label} ${lower ? lowerKeywords(snippet) : snippet}` : label;
    return offer(label, 'keyword', word, { detail: summary, documentation, insert, snippet: lastOnLine });
  });
  return [...offered, ...offerSyntax(file, cursor)];
}

function allowedKeywords(file: Dockerfile, { word, afterOnbuild }: KeywordCursor): readonly Keyword[] {
  if (afterOnbuild) return keywords.filter((each) => each !== 'ONBUILD' && each !== 'FROM' && each !== 'MAINTAINER');
  const first = file.stages[0];
  if (!first || word.start <= first.from.span.start) return ['ARG', 'FROM'];
  // Deprecated long ago; who meets it reads why, and nobody writes a new one.
  return keywords.filter((each) => each !== 'MAINTAINER');
}

/** The keywords inside a snippet are written as the one in front. */
function lowerKeywords(snippet: string): string {
  return snippet.replace(/\b(?:CMD|RUN)\b/g, (keyword) => keyword.toLowerCase());
}

/** A file best begins by saying which syntax it is written in. */
function offerSyntax(file: Dockerfile, { word, lastOnLine, afterOnbuild }: KeywordCursor): Completion[] {
  const isThere = file.directives.some(({ name }) => name === 'syntax');
  if (isThere || afterOnbuild || !lastOnLine || !mayHoldDirective(file, word.start)) return [];
  const summary = directives.find(({ name }) => name === 'syntax')?.summary;
  const documentation = summary ? say(summary) : [];
  return [
    offer('# syntax=docker/dockerfile:1', 'snippet', word, { detail: message('Parser directive'), documentation }),
  ];
}
