import type { SourceDocument } from '../project/index.ts';
import { completeCompose } from './complete-compose.ts';
import { completeDockerfile } from './complete-dockerfile.ts';
import { completeIgnore } from './complete-ignore.ts';
import { isLongLine } from './lines.ts';
import type { Completion, LanguageFacts } from './model.ts';

/** What may be written at an offset, in the order in which it is best shown. */
export function findCompletions(document: SourceDocument, offset: number, facts: LanguageFacts): readonly Completion[] {
  if (isLongLine(document.text, offset)) return [];
  if (document.language === 'dockerignore') return completeIgnore(document.model, offset, facts);
  return document.language === 'dockerfile'
    ? completeDockerfile(document.model, offset, facts)
    : completeCompose(document.model, offset, facts);
}
