import type { Dockerfile } from '../dockerfile/index.ts';
import {
  findCopySources,
  matchSource,
  type BuildContext,
  type ContextListing,
  type CopySource,
  type SourceMatch,
} from '../project/index.ts';
import { formatSize, message, touches } from '../text/index.ts';
import { amountOf, showNames } from './amount.ts';
import type { Hover, LanguageFacts, RichText } from './model.ts';
import { say } from './rich-text.ts';

/** What a source of COPY or ADD means in the build context, and what the ignore file takes from it. */
export function hoverSource(file: Dockerfile, offset: number, { knowledge }: LanguageFacts): Hover | undefined {
  const { context } = knowledge;
  const source = context && findCopySources(file).find(({ span }) => touches(span, offset));
  const listing = source && context.listing();
  return listing && { span: source.span, contents: describe(source, context, listing) };
}

function describe(source: CopySource, context: BuildContext, listing: ContextListing): RichText {
  const match = matchSource(source, listing);
  if (!match.exists) {
    return listing.knows(source.path) && context.certain
      ? say(message('There is no `{source}` in the build context.', { source: source.written }))
      : say(
          message('Nothing is known of `{source}`: not all of the build context was read.', { source: source.written }),
        );
  }
  const judged = context.ignore ? context.judge(context.ignore) : undefined;
  if (context.ignore && !judged) return say(message('The build context is too large to say what this copies.'));
  const sent = match.files.filter(({ path }) => judged?.isExcluded(path) !== true);
  const removed = match.files.filter(({ path }) => judged?.isExcluded(path) === true);
  return [
    ...describeSent(source, { ...match, files: sent }),
    ...(removed.length === 0 ? [] : describeRemoved({ ...match, files: removed }, context.ignoreName)),
    ...(listing.unread.length === 0 ? [] : say(message('Not all of the build context was read, so this may be more.'))),
  ];
}

function describeSent({ written }: CopySource, { files }: SourceMatch): RichText {
  const size = formatSize(amountOf(files).bytes);
  const sentence =
    files.length === 1
      ? message('`{source}` copies 1 file, {size}.', { source: written, size })
      : message('`{source}` copies {count} files, {size}.', { source: written, count: String(files.length), size });
  return [...say(sentence), ...listFiles(files)];
}

function describeRemoved({ files }: SourceMatch, ignore: string): RichText {
  const size = formatSize(amountOf(files).bytes);
  const sentence =
    files.length === 1
      ? message('`{ignore}` leaves out 1 more, {size}.', { ignore, size })
      : message('`{ignore}` leaves out {count} more, {size}.', { ignore, count: String(files.length), size });
  return [...say(sentence), ...listFiles(files)];
}

function listFiles(files: SourceMatch['files']): RichText {
  return showNames(
    files.slice(0, 8).map(({ path }) => path),
    files.length,
  );
}
