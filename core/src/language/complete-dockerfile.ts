import { keywords, type Dockerfile, type Keyword } from '../dockerfile/index.ts';
import type { Span } from '../text/index.ts';
import { completeArguments } from './complete-arguments.ts';
import { completeComment } from './complete-comment.ts';
import { completeFlags } from './complete-flags.ts';
import { completeSources } from './complete-sources.ts';
import { readDockerfileCursor, type ArgumentCursor, type DockerfileCursor } from './dockerfile-cursor.ts';
import { findVariables } from './dockerfile-scope.ts';
import { instructions, instructionUrl } from './dockerfile-syntax.data.ts';
import type { Completion, LanguageFacts } from './model.ts';
import { offer } from './offer.ts';
import { code, readMore, say } from './rich-text.ts';
import { describeOrigin } from './describe.ts';

/** What may be written at the cursor of a Dockerfile. */
export function completeDockerfile(file: Dockerfile, offset: number, facts: LanguageFacts): Completion[] {
  const cursor = readDockerfileCursor(file, offset);
  switch (cursor.place) {
    case 'heredoc':
      return [];
    case 'comment': {
      const directives = file.instructions.every(({ span }) => span.start > offset);
      const place = { text: file.text, line: cursor.line, offset, language: 'dockerfile' as const, directives };
      return completeComment(place, facts.rules);
    }
    case 'keyword':
      return completeKeyword(file, cursor);
    case 'argument':
      return (
        completeVariables(file, cursor, offset, facts) ?? [
          ...completeSources(file.text, cursor, offset, facts),
          ...completeArguments(file, cursor, offset, facts),
          ...completeFlags(file, cursor, offset, facts),
        ]
      );
  }
}

type KeywordCursor = Extract<DockerfileCursor, { place: 'keyword' }>;

function completeKeyword(file: Dockerfile, { word, lastOnLine, afterOnbuild }: KeywordCursor): Completion[] {
  const forbidden: readonly Keyword[] = afterOnbuild ? ['ONBUILD', 'FROM', 'MAINTAINER'] : [];
  const lower = prefersLowerCase(file, word);
  return keywords
    .filter((keyword) => !forbidden.includes(keyword))
    .map((keyword) => {
      const { summary, syntax, snippet } = instructions[keyword];
      const label = lower ? keyword.toLowerCase() : keyword;
      const documentation = [...code('dockerfile', syntax.join('\n')), ...readMore(instructionUrl(keyword))];
      // With arguments there already, only the keyword itself is exchanged.
      const insert = lastOnLine ? `${label} ${snippet}` : label;
      return offer(label, 'keyword', word, { detail: summary, documentation, insert, snippet: lastOnLine });
    });
}

/** Keywords are written as most of the file's others are. */
function prefersLowerCase(file: Dockerfile, typing: Span): boolean {
  const others = file.instructions.filter(({ keyword, span }) => keyword !== null && span.start !== typing.start);
  const lower = others.filter(({ keywordText }) => keywordText === keywordText.toLowerCase());
  return lower.length * 2 > others.length;
}

/** Variables behind a `$`; undefined when none is being typed. */
function completeVariables(
  file: Dockerfile,
  { typed, word }: ArgumentCursor,
  offset: number,
  { knowledge }: LanguageFacts,
): Completion[] | undefined {
  const match = /\$(\{?)[A-Za-z_0-9]*$/.exec(typed);
  if (!match) return undefined;
  const braces = match[1] === '{';
  const start = offset - match[0].length;
  const rest = /^\w*\}?/.exec(file.text.slice(offset, Math.max(offset, word.end)))?.[0] ?? '';
  const span = { start, end: offset + rest.length };
  return [...findVariables(file, offset, knowledge).values()].map((variable) => {
    const label = braces ? `\${${variable.name}}` : `$${variable.name}`;
    const documentation = say(describeOrigin(variable));
    const detail = variable.value === null ? null : { template: '= {value}', args: { value: variable.value } };
    return offer(label, 'variable', span, { detail, documentation });
  });
}
