import type { SemanticTokensEdit } from 'vscode-languageserver/node';
import type { Documents } from './documents.ts';

/** The colours that an editor was sent last, so that after an edit only what differs has to be sent. */
export interface TokenCache {
  /** Keeps the numbers of a document and gives them a name. */
  keep(uri: string, data: number[]): string;
  /** Undefined when something else was sent since. */
  find(uri: string, resultId: string): readonly number[] | undefined;
}

export function createTokenCache(documents: Documents): TokenCache {
  const sent = new Map<string, { readonly resultId: string; readonly data: readonly number[] }>();
  let count = 0;
  documents.onDidClose((uri) => void sent.delete(uri));
  return {
    keep(uri, data) {
      const resultId = String(++count);
      sent.set(uri, { resultId, data });
      return resultId;
    },
    find(uri, resultId) {
      const last = sent.get(uri);
      return last?.resultId === resultId ? last.data : undefined;
    },
  };
}

/** The one edit that turns some numbers into others: what stands between their common beginning and end. */
export function diffTokens(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return [{ start, deleteCount: before.length - same - start, data: after.slice(start, after.length - same) }];
}
