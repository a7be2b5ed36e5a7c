import type { ErrorCode } from 'yaml';
import { message, span, type Message, type Problem, type Span } from '../text/index.ts';

/** What the YAML library objects to, as far as we read it. */
export interface YamlError {
  readonly code: ErrorCode;
  readonly pos: readonly [number, number];
  readonly message: string;
}

/** Says in our words, at a useful place, why a text is no YAML. `openQuotes` tells where unclosed quotes begin, by their end. */
export function describeYamlError(text: string, error: YamlError, openQuotes: ReadonlyMap<number, number>): Problem {
  const quoteStart = /closing ['"]quote/.test(error.message) ? openQuotes.get(error.pos[0]) : undefined;
  const at = quoteStart === undefined ? clampSpan(text, error.pos) : lineFrom(text, quoteStart);
  const why = quoteStart === undefined ? sentence(text, error, at) : message('This quote is never closed.');
  return { code: 'invalid-yaml', kind: 'syntax', message: why, span: at };
}

function sentence(text: string, { code, message: reason, pos }: YamlError, at: Span): Message {
  switch (code) {
    case 'TAB_AS_INDENT':
      return message('YAML does not allow tabs for indentation. Use spaces.');
    case 'BAD_INDENT':
      if (/end with a/.test(reason)) return message('A bracket opened above is not closed before this line.');
      return message('This line is indented differently from its neighbours.');
    case 'MULTILINE_IMPLICIT_KEY':
      return message('This key has no `:` behind it, so YAML reads it together with the next line.');
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message('There is a second `key: value` on this line, or the line below is indented too far.');
    case 'BAD_SCALAR_START':
      return message('A value cannot begin with `{character}`. Put it in quotes.', { character: text.charAt(pos[0]) });
    case 'BAD_DQ_ESCAPE':
      return message('`{text}` is no escape that YAML knows. Use single quotes, or write `\\\\`.', {
        text: text.slice(pos[0], pos[0] + 2),
      });
    case 'MISSING_CHAR':
      return describeMissing(reason);
    case 'RESOURCE_EXHAUSTION':
      return message('This is nested too deeply to be read.');
    default:
      return (
        said[code] ?? message('YAML did not expect `{text}` here.', { text: oneLine(text.slice(at.start, at.end)) })
      );
  }
}

/** What needs no further look at the text. */
const said: Readonly<Partial<Record<ErrorCode, Message>>> = {
  DUPLICATE_KEY: message('This key stands in this mapping already.'),
  MULTIPLE_DOCS: message('A second YAML document begins here; only one is read.'),
  BLOCK_IN_FLOW: message('Inside of brackets, lists and mappings are written in brackets too.'),
  MULTIPLE_ANCHORS: message('There is an anchor here already.'),
  MULTIPLE_TAGS: message('There is a tag here already.'),
  BAD_ALIAS: message('An alias is the name of an anchor behind a `*`, and nothing more.'),
};

function describeMissing(reason: string): Message {
  if (/Comments must be/.test(reason)) return message('A comment needs a space before its `#`.');
  if (/followed by map values/.test(reason))
    return message('This line has neither a `:` nor a `-`, so it belongs to nothing.');
  if (/Sequence item without/.test(reason)) return message('An item of a list needs a `-` before it.');
  if (/, between|, or :/.test(reason)) return message('A comma is missing before this.');
  if (/must be followed|end with a|expected/i.test(reason)) return message('The closing bracket is missing.');
  return message('Something is missing before this place: a space, a bracket or a quote.');
}

function oneLine(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** The place of an error inside the text and on one line, so that half a file is never underlined. */
function clampSpan(text: string, [from, to]: readonly [number, number]): Span {
  const start = Math.max(0, Math.min(from, text.length));
  const line = lineFrom(text, start);
  const wanted = text.slice(start, Math.min(to, line.end));
  // An error in the white space before a line is shown under what stands on it.
  const blank = wanted.trim() === '' ? (/^[ \t]*/.exec(text.slice(start, line.end))?.[0].length ?? 0) : 0;
  if (blank > 0 && start + blank < line.end) return span(start + blank, line.end);
  return span(start, Math.max(start, Math.min(to, line.end)));
}

function lineFrom(text: string, start: number): Span {
  const lineBreak = /[\r\n]/g;
  lineBreak.lastIndex = start;
  return span(start, lineBreak.exec(text)?.index ?? text.length);
}
