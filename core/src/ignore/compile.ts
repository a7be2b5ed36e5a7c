import { runTokens } from './machine.ts';
import { findFault } from './syntax.ts';
import { readTokens, type Token } from './tokens.ts';

/** Whether a cleaned pattern matches exactly this path, and nothing of what lies in it or around it. */
export type PathTest = (path: string) => boolean;

/**
 * Compiles one cleaned pattern as the builder does: plain paths, a `**` at one end and all others are three kinds, and
 * only the last knows wildcards. What the builder refuses matches nothing.
 */
export function compilePattern(pattern: string): PathTest {
  if (pattern === '' || findFault(pattern) !== undefined) return () => false;
  if (!/[*?\\[\]]/.test(pattern)) return (path) => path === pattern;
  const plainTail = /^\*\*([^*?\\[\]]*)$/.exec(pattern);
  if (plainTail) return compileTail(plainTail[1] ?? '');
  const plainHead = /^([^*?\\[\]]*)\*\*$/.exec(pattern);
  if (plainHead) return (path) => path.startsWith(plainHead[1] ?? '');
  return compileTokens(readTokens(pattern));
}

/** `**` in front of plain text asks for the end of the path only: `**a` matches `ba` as well. */
function compileTail(tail: string): PathTest {
  const whole = tail.startsWith('/') ? tail.slice(1) : null;
  return (path) => path.endsWith(tail) || path === whole;
}

/** Most paths fail at plain text that a pattern asks for, before any wildcard is tried. */
function compileTokens(tokens: readonly Token[]): PathTest {
  const head = textOf(takeWhileChar(tokens));
  const tail = textOf(takeWhileChar(tokens.toReversed()).reverse());
  const pieces = findPieces(tokens);
  const shortest = tokens.filter(({ kind }) => kind === 'char' || kind === 'one' || kind === 'class').length;
  const oneStar = tokens.length === head.length + tail.length + 1 && tokens[head.length]?.kind === 'star';
  return (path) => {
    if (path.length < shortest || !path.startsWith(head) || !path.endsWith(tail)) return false;
    if (oneStar) return !path.slice(head.length, path.length - tail.length).includes('/');
    return pieces.every((piece) => path.includes(piece)) && runTokens(tokens, path);
  };
}

function takeWhileChar(tokens: readonly Token[]): Token[] {
  const end = tokens.findIndex(({ kind }) => kind !== 'char');
  return tokens.slice(0, end < 0 ? tokens.length : end);
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => (token.kind === 'char' ? String.fromCodePoint(token.code) : '')).join('');
}

/** The longest plain text between wildcards, which every path that matches holds. */
function findPieces(tokens: readonly Token[]): readonly string[] {
  let longest = '';
  let piece = '';
  for (const token of tokens) {
    piece = token.kind === 'char' ? piece + String.fromCodePoint(token.code) : '';
    if (piece.length > longest.length) longest = piece;
  }
  return longest === '' ? [] : [longest];
}
