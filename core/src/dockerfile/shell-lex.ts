import { isSpace } from './chars.ts';
import { expandModifier, type Modifier } from './modifiers.ts';

/** A `$name` or `${name…}` in a text; indices into that text. */
export interface LexedVariable {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** `:-`, `#`, `//` and so on; empty for a plain variable. */
  readonly modifier: string;
}

export interface LexedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type LexErrorCode =
  'open-quote' | 'missing-brace' | 'bad-substitution' | 'unsupported-modifier' | 'required' | 'bad-pattern';

export interface LexError {
  readonly code: LexErrorCode;
  readonly at: number;
  readonly detail: string;
}

export interface LexResult {
  readonly text: string;
  readonly words: readonly LexedWord[];
  readonly variables: readonly LexedVariable[];
  readonly error: LexError | null;
  /** True when a value that nobody knows decides about the result. */
  readonly unknown: boolean;
}

export interface LexOptions {
  readonly escape: string;
  /** A value, `undefined` when unset, `null` when only a build can tell. */
  readonly lookup?: (name: string) => string | null | undefined;
  readonly rawQuotes?: boolean;
  readonly rawEscapes?: boolean;
  /** Leaves unset variables as they are written. */
  readonly keepUnset?: boolean;
}

/** Removes quotes and escapes, fills in variables and splits words, as BuildKit's own lexer does. Never throws. */
export function lexShell(source: string, options: LexOptions): LexResult {
  const lexer = createLexer(source, options);
  const text = lexer.until('', options.rawEscapes ?? false);
  return {
    text,
    words: lexer.error() ? [] : lexer.words(),
    variables: lexer.variables,
    error: lexer.error(),
    unknown: lexer.unknown(),
  };
}

interface Lexer {
  readonly variables: LexedVariable[];
  until(stop: string, rawEscapes: boolean): string;
  words(): LexedWord[];
  error(): LexError | null;
  unknown(): boolean;
}

function createLexer(source: string, options: LexOptions): Lexer {
  const { escape, rawQuotes = false, keepUnset = false, lookup = () => undefined } = options;
  const variables: LexedVariable[] = [];
  const words = createWords();
  let at = 0;
  let depth = 0;
  let error: LexError | null = null;
  let unknown = false;

  const fail = (code: LexErrorCode, place: number, detail = ''): string => {
    error ??= { code, at: place, detail };
    at = source.length;
    return '';
  };

  function until(stop: string, rawEscapes: boolean): string {
    const opened = at;
    const out: string[] = [];
    const put = (text: string, from: number, raw: boolean): void => {
      out.push(text);
      if (depth === 0) words.add(text, from, at, raw);
    };
    while (at < source.length) {
      const from = at;
      const char = source.charAt(at);
      if (stop !== '' && char === stop) {
        at++;
        return out.join('');
      }
      if (char === '$') put(dollar(), from, false);
      else if (char === "'") put(singleQuoted(), from, true);
      else if (char === '"') put(doubleQuoted(rawEscapes), from, true);
      else if (char === escape) {
        at += 2;
        put((rawEscapes ? escape : '') + source.charAt(from + 1), from, true);
      } else {
        at++;
        put(char, from, false);
      }
      if (error) return '';
    }
    if (stop !== '') return fail('missing-brace', Math.max(0, opened - 1), stop);
    return out.join('');
  }

  function singleQuoted(): string {
    const opened = at;
    const close = source.indexOf("'", at + 1);
    if (close < 0) return fail('open-quote', opened, "'");
    at = close + 1;
    return rawQuotes ? source.slice(opened, at) : source.slice(opened + 1, close);
  }

  function doubleQuoted(rawEscapes: boolean): string {
    const opened = at;
    const out: string[] = rawQuotes ? ['"'] : [];
    at++;
    while (at < source.length) {
      const char = source.charAt(at);
      if (char === '"') {
        at++;
        return out.join('') + (rawQuotes ? '"' : '');
      }
      if (char === '$') {
        out.push(dollar());
        if (error) return '';
        continue;
      }
      at++;
      if (char !== escape) out.push(char);
      else out.push(escaped(rawEscapes));
    }
    return fail('open-quote', opened, '"');
  }

  /** Inside double quotes an escape stays, unless it protects a quote, a dollar or itself. */
  function escaped(rawEscapes: boolean): string {
    const next = source.charAt(at);
    if (next === '') return rawEscapes ? escape : '';
    if (next !== '"' && next !== '$' && next !== escape) return rawEscapes ? escape + escape : escape;
    at++;
    return rawEscapes ? escape + next : next;
  }

  function dollar(): string {
    const start = at;
    at++;
    if (source.charAt(at) !== '{') return plainVariable(start);
    at++;
    const first = source.charAt(at);
    if (first === '') return fail('missing-brace', start, '}');
    if (first === '{' || first === '}' || first === ':') return fail('bad-substitution', start);
    const nameStart = at;
    const name = readName();
    const nameEnd = at;
    const result = braced(start, name);
    const modifier = /^(?::.|[-+?]|##?|%%?|\/\/?)/.exec(source.slice(nameEnd, nameEnd + 2))?.[0] ?? '';
    variables.push({ name, start, end: at, nameStart, nameEnd, modifier });
    return result;
  }

  function plainVariable(start: number): string {
    const nameStart = at;
    const name = readName();
    if (name === '') return '$';
    variables.push({ name, start, end: at, nameStart, nameEnd: at, modifier: '' });
    const value = valueOf(name);
    return value === undefined && keepUnset ? `$${name}` : (value ?? '');
  }

  function braced(start: number, name: string): string {
    const char = source.charAt(at);
    at++;
    if (char === '') return fail('unsupported-modifier', start, '');
    if (char === '}') {
      const value = valueOf(name);
      return value === undefined && keepUnset ? `\${${name}}` : (value ?? '');
    }
    const parsed = char === '/' ? replacement(start) : operation(start, char);
    if (parsed === null) return '';
    const before = unknown;
    const value = valueOf(name);
    if (value === undefined && keepUnset) return source.slice(start, at);
    if (lookup(name) === null) return '';
    unknown = before;
    const expanded = expandModifier(name, value, parsed);
    if (expanded.unknownOperand) unknown = unknown || parsed.unknown;
    if (expanded.error === null) return expanded.text;
    return fail(expanded.error, start, expanded.text);
  }

  function operation(start: number, char: string): Modifier | null {
    const emptyCounts = char === ':';
    const kind = emptyCounts ? source.charAt(at++) : char;
    if (!'+-?#%'.includes(kind) || kind === '') {
      // After a colon the rest is read first, so a missing brace is what the builder complains of.
      if (emptyCounts) nested('}', false);
      fail('unsupported-modifier', start, emptyCounts ? `:${kind}` : kind);
      return null;
    }
    const operand = nested('}', kind === '#' || kind === '%');
    return (
      operand && { kind, emptyCounts, pattern: operand.text, replacement: '', all: false, unknown: operand.unknown }
    );
  }

  function replacement(start: number): Modifier | null {
    const all = source.charAt(at) === '/';
    if (all) at++;
    const pattern = nested('/', true);
    const by = pattern && nested('}', true);
    if (!pattern || !by) {
      error ??= { code: 'missing-brace', at: start, detail: '}' };
      return null;
    }
    const isUnknown = pattern.unknown || by.unknown;
    return { kind: '/', emptyCounts: false, pattern: pattern.text, replacement: by.text, all, unknown: isUnknown };
  }

  /** Reads an operand. Whether its unknown parts matter is only clear once the variable's value is. */
  function nested(stop: string, rawEscapes: boolean): { text: string; unknown: boolean } | null {
    // A text of nothing but opening braces must not exhaust the stack.
    if (depth > 200) {
      fail('bad-substitution', at);
      return null;
    }
    const before = unknown;
    unknown = false;
    depth++;
    const text = until(stop, rawEscapes);
    depth--;
    const operandUnknown = unknown;
    unknown = before;
    return error ? null : { text, unknown: operandUnknown };
  }

  function valueOf(name: string): string | undefined {
    const value = lookup(name);
    if (value === null) {
      unknown = true;
      return '';
    }
    return value;
  }

  function readName(): string {
    const match = /^(?:\d+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*)/u.exec(source.slice(at, at + 256));
    const name = match?.[0] ?? '';
    at += name.length;
    return name;
  }

  return { variables, until, words: words.finish, error: () => error, unknown: () => unknown };
}

/** Collects words: white space ends one, unless it was quoted or escaped. */
function createWords() {
  const done: LexedWord[] = [];
  let parts: string[] = [];
  let start = 0;
  let end = 0;
  const close = (): void => {
    const text = parts.join('');
    if (text !== '') done.push({ text, start, end });
    parts = [];
  };
  const append = (text: string, from: number, to: number): void => {
    if (parts.length === 0) start = from;
    parts.push(text);
    end = to;
  };
  return {
    add(text: string, from: number, to: number, raw: boolean): void {
      if (raw) {
        append(text, from, to);
        return;
      }
      for (const char of text) {
        if (!isSpace(char.charCodeAt(0))) append(char, from, to);
        else if (parts.length > 0) close();
      }
    },
    finish(): LexedWord[] {
      close();
      return done;
    },
  };
}
