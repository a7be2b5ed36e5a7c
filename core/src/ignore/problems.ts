import { message, type Message, type Problem, type Span } from '../text/index.ts';
import type { IgnorePattern } from './model.ts';
import { findFault, type PatternFault } from './syntax.ts';

/** The builder reads lines of at most 64 kB. */
export const longestLine = 64 * 1024;

/** What the builder refuses of one pattern. A build that meets it stops, however right the others are. */
export function findPatternProblem(pattern: IgnorePattern): Problem | undefined {
  const { span, path } = pattern;
  if (span.end - span.start >= longestLine) {
    return problem('invalid-pattern', span, message('The builder reads no line of more than 64 kB.'));
  }
  if (path === '') return problem('invalid-pattern', span, message('Nothing follows the `!`: the builder stops here.'));
  const fault = findFault(path);
  return fault && problem('invalid-pattern', span, sentences[fault]);
}

const sentences: Readonly<Record<PatternFault, Message>> = {
  'open-class': message('A `[` is never closed. Write `\\[` for the character itself.'),
  'empty-class': message('Nothing stands between `[` and `]`.'),
  'bad-range': message('A `-` between `[` and `]` needs a lower character before it and a higher one behind.'),
  'loose-backslash': message('Nothing follows the backslash, which takes the next character as it is.'),
  'bad-escape': message('The builder does not know this character behind a backslash. Folders are parted by `/`.'),
};

function problem(code: string, span: Span, sentence: Message): Problem {
  return { code, kind: 'validity', message: sentence, span };
}
