import type { SyntaxNode } from 'unbash';
import type { Span } from '../text/index.ts';
import type { ShellWord } from './model.ts';

type Word = Extract<SyntaxNode, { type: 'Word' }>;
type Assignment = Extract<SyntaxNode, { type: 'Assignment' }>;
type Part = NonNullable<Word['parts']>[number];

export type SpanOf = (start: number, end: number) => Span;

/** A word with the quotes around literal text removed; expansions stay as they are written. */
export function toShellWord(word: Word | Assignment, spanOf: SpanOf): ShellWord {
  const span = spanOf(word.pos, word.end);
  if (word.type === 'Word') return { span, ...readWord(word) };
  const { name, append, value } = word;
  if (value.type !== 'Word') return { span, value: word.text, literal: false };
  const read = readWord(value);
  const index = word.index ? `[${word.index.text}]` : '';
  return { span, value: `${name}${index}${append ? '+=' : '='}${read.value}`, literal: read.literal };
}

function readWord({ parts, value }: Word): { value: string; literal: boolean } {
  if (!parts) return { value, literal: true };
  const read = parts.map(readPart);
  return { value: read.map((part) => part.value).join(''), literal: read.every((part) => part.literal) };
}

function readPart(part: Part): { value: string; literal: boolean } {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return { value: part.value, literal: true };
    case 'DoubleQuoted':
    case 'LocaleString': {
      const read = part.parts.map(readPart);
      return { value: read.map((child) => child.value).join(''), literal: read.every((child) => child.literal) };
    }
    case 'Glob':
    case 'ExtendedGlob':
      return { value: part.text, literal: true };
    default:
      return { value: part.text, literal: false };
  }
}
