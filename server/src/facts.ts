import type { LanguageFacts } from '#core';
import type { Context } from './context.ts';
import type { OpenDocument } from './documents.ts';
import { loadRules } from './rules.ts';

/** Everything that is known beside a document's text, for answers at a cursor. */
export async function factsOf({ contexts, knowledge }: Context, document: OpenDocument): Promise<LanguageFacts> {
  const known = knowledge();
  const found = await contexts.findListed(document);
  return { rules: await loadRules(), knowledge: { ...known, context: found?.context }, images: known.references };
}
