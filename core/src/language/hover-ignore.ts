import type { IgnoreFile, IgnorePattern } from '../ignore/index.ts';
import type { ContextJudgement, PatternEffect } from '../project/index.ts';
import { formatSize, message, touches, type Message } from '../text/index.ts';
import { showNames } from './amount.ts';
import type { Hover, LanguageFacts, RichText } from './model.ts';
import { say } from './rich-text.ts';

/** What a pattern does to the files of the build context. */
export function hoverIgnore(file: IgnoreFile, offset: number, { knowledge }: LanguageFacts): Hover | undefined {
  const pattern = file.patterns.find(({ span }) => touches(span, offset));
  const { context } = knowledge;
  const listing = pattern && context?.certain ? context.listing() : undefined;
  const judged = listing && context?.judge(file);
  const effect = pattern && judged?.effects[pattern.index];
  if (!pattern || !listing || !effect) return undefined;
  const contents = [
    ...describeEffect(pattern, effect),
    ...describeWhole(judged),
    ...(listing.unread.length === 0 ? [] : say(message('Not all of the build context was read, so this may be more.'))),
  ];
  return { span: pattern.span, contents };
}

function describeEffect(pattern: IgnorePattern, effect: PatternEffect): RichText {
  const { decides, first } = effect;
  if (decides.files > 0) return [...say(sayDecided(pattern, decides)), ...showNames(first, decides.files)];
  if (!effect.matches()) return say(message('Matches nothing in the build context.'));
  return say(
    pattern.negated
      ? message('Takes nothing back: what it matches is not excluded above, or is excluded again below.')
      : message('Excludes nothing by itself: other patterns decide on all that it matches.'),
  );
}

function sayDecided({ negated }: IgnorePattern, { files, bytes }: PatternEffect['decides']): Message {
  const size = formatSize(bytes);
  const count = String(files);
  if (negated) {
    return files === 1
      ? message('Takes 1 file back, {size}.', { size })
      : message('Takes {count} files back, {size}.', { count, size });
  }
  return files === 1
    ? message('Excludes 1 file, {size}.', { size })
    : message('Excludes {count} files, {size}.', { count, size });
}

function describeWhole({ sent }: ContextJudgement): RichText {
  const size = formatSize(sent.bytes);
  return say(
    message('With the whole file, a build can get {count} files, {size}.', { count: String(sent.files), size }),
  );
}
