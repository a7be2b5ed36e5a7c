import type { Dockerfile } from '../dockerfile/index.ts';
import { completeArguments } from './complete-arguments.ts';
import { commentPlace, completeComment } from './complete-comment.ts';
import { completeFlags } from './complete-flags.ts';
import { completeKeyword } from './complete-keywords.ts';
import { completeSources } from './complete-sources.ts';
import { completeVariables } from './complete-variables.ts';
import { readDockerfileCursor, type ArgumentCursor } from './dockerfile-cursor.ts';
import type { Completion, LanguageFacts } from './model.ts';

/** What may be written at the cursor of a Dockerfile. */
export function completeDockerfile(file: Dockerfile, offset: number, facts: LanguageFacts): Completion[] {
  const cursor = readDockerfileCursor(file, offset);
  switch (cursor.place) {
    case 'heredoc':
      return cursor.expands ? (completeVariables(file, { ...cursor, offset }, facts) ?? []) : [];
    case 'comment':
      return completeComment(commentPlace(file, cursor.line, offset), facts.rules);
    case 'keyword':
      return completeKeyword(file, cursor);
    case 'argument':
      return completeArgument(file, cursor, offset, facts);
  }
}

function completeArgument(
  file: Dockerfile,
  cursor: ArgumentCursor,
  offset: number,
  facts: LanguageFacts,
): Completion[] {
  const variables = completeVariables(file, { ...cursor, offset }, facts);
  if (variables) return takesVariables(cursor) && !isInSingleQuotes(cursor, file.escape) ? variables : [];
  return [
    ...completeSources(file.text, cursor, offset, facts),
    ...completeArguments(file, cursor, offset, facts),
    ...completeFlags(file, cursor, offset, facts),
  ];
}

/** Nobody fills in variables in the exec form, nor where the builder looks for a stage. */
function takesVariables({ keyword, words, typed }: ArgumentCursor): boolean {
  if (/^--from=|^--mount=(?:.*,)?from=[^,]*$/i.test(typed)) return false;
  const first = words.find((each) => !each.startsWith('--')) ?? '';
  const mayBeJson = keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT' || keyword === 'SHELL';
  return keyword !== 'MAINTAINER' && !(mayBeJson && /^\[\s*"?/.test(first));
}

/** Between single quotes a `$` is a `$`, for the builder as for a shell. */
function isInSingleQuotes({ words, keyword }: ArgumentCursor, fileEscape: string): boolean {
  const escape = keyword === 'RUN' || keyword === 'CMD' || keyword === 'ENTRYPOINT' ? '\\' : fileEscape;
  const text = words.join(' ');
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === escape && quote !== "'") at++;
    else if (quote === '' && (char === "'" || char === '"')) quote = char;
    else if (char === quote) quote = '';
  }
  return quote === "'";
}
