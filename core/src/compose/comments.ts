import type { CST } from 'yaml';
import { span, type Span } from '../text/index.ts';

type Comment = { readonly span: Span; readonly text: string };

/** Finds every comment in the tokens of a text, in file order. Walks with a list of its own, so depth costs no stack. */
export function findComments(tokens: readonly CST.Token[]): Comment[] {
  const comments: Comment[] = [];
  const open: unknown[] = [...tokens];
  while (open.length > 0) {
    const token = open.pop();
    if (Array.isArray(token)) {
      for (const part of token) open.push(part);
    } else if (typeof token === 'object' && token !== null) {
      if (isComment(token))
        comments.push({ span: span(token.offset, token.offset + token.source.length), text: token.source });
      else
        for (const key of keysOfParts) if (key in token) open.push((token as Readonly<Record<string, unknown>>)[key]);
    }
  }
  return comments.sort((a, b) => a.span.start - b.span.start);
}

/** Where the library keeps the tokens that a token is made of. */
const keysOfParts = ['items', 'start', 'key', 'sep', 'value', 'props', 'end'] as const;

function isComment(token: object): token is { type: 'comment'; offset: number; source: string } {
  return 'type' in token && token.type === 'comment' && 'offset' in token && 'source' in token;
}
