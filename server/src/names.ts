import { resolveNames, type Names } from '#core';
import type { Context } from './context.ts';
import type { OpenDocument } from './documents.ts';

/** Everything that this version of a document gives a name to; found once, however many requests ask. */
export function namesOf({ names }: Pick<Context, 'names'>, document: OpenDocument): Names {
  return names(document, ({ source }) => resolveNames(source));
}
