import { collectWords, type LexedWord, type WordCollector } from './lexed-words.ts';
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
  /** Splits the result into words; without it `words` is empty. */
  readonly split?: boolean;
}

/** Removes quotes and escapes, fills in variables and splits words, as BuildKit's own lexer does. Never throws. */
export function lexShell(source: string, options: LexOptions): LexResult {
  const lexer: Lexer = {
    source,
    escape: options.escape,
    rawQuotes: options.rawQuotes ?? false,
    keepUnset: options.keepUnset ?? false,
    lookup: options.lookup ?? (() => undefined),
    variables: [],
    words: options.split ? collectWords() : null,
    namePattern: /\d+|[@*#?\-$!]|[\p{L}_][\p{L}\p{Nd}_]*/uy,
    at: 0,
    depth: 0,
    error: null,
    unknown: false,
  };
  const text = readUntil(lexer, '', options.rawEscapes ?? false);
  const { variables, words, error, unknown } = lexer;
  return { text, words: error || !words ? [] : words.finish(), variables, error, unknown };
}

/** The state of one run over one text. */
interface Lexer {
  readonly source: string;
  readonly escape: string;
  readonly rawQuotes: boolean;
  readonly keepUnset: boolean;
  readonly lookup: NonNullable<LexOptions['lookup']>;
  readonly variables: LexedVariable[];
  readonly words: WordCollector | null;
  /** Sticky, so that it matches at `at`; one for each run, since it keeps a place. */
  readonly namePattern: RegExp;
  at: number;
  depth: number;
  error: LexError | null;
  unknown: boolean;
}

function fail(lexer: Lexer, code: LexErrorCode, at: number, detail = ''): '' {
  lexer.error ??= { code, at, detail };
  lexer.at = lexer.source.length;
  return '';
}

/** Reads up to `stop` and over it, or to the end of the text when `stop` is empty. */
function readUntil(lexer: Lexer, stop: string, rawEscapes: boolean): string {
  const { source } = lexer;
  const opened = lexer.at;
  const out: string[] = [];
  while (lexer.at < source.length) {
    const from = lexer.at;
    const char = source.charAt(from);
    if (stop !== '' && char === stop) {
      lexer.at++;
      return out.join('');
    }
    const { text, raw } = readPiece(lexer, char, rawEscapes);
    if (lexer.error) return '';
    out.push(text);
    if (lexer.depth === 0) lexer.words?.add(text, { from, to: lexer.at, raw });
  }
  return stop === '' ? out.join('') : fail(lexer, 'missing-brace', Math.max(0, opened - 1), stop);
}

function readPiece(lexer: Lexer, char: string, rawEscapes: boolean): { text: string; raw: boolean } {
  if (char === '$') return { text: readDollar(lexer), raw: false };
  if (char === "'") return { text: readSingleQuoted(lexer), raw: true };
  if (char === '"') return { text: readDoubleQuoted(lexer, rawEscapes), raw: true };
  if (char !== lexer.escape) {
    lexer.at++;
    return { text: char, raw: false };
  }
  const next = lexer.source.charAt(lexer.at + 1);
  lexer.at = Math.min(lexer.at + 2, lexer.source.length);
  return { text: (rawEscapes ? char : '') + next, raw: true };
}

function readSingleQuoted(lexer: Lexer): string {
  const opened = lexer.at;
  const close = lexer.source.indexOf("'", opened + 1);
  if (close < 0) return fail(lexer, 'open-quote', opened, "'");
  lexer.at = close + 1;
  return lexer.rawQuotes ? lexer.source.slice(opened, lexer.at) : lexer.source.slice(opened + 1, close);
}

function readDoubleQuoted(lexer: Lexer, rawEscapes: boolean): string {
  const opened = lexer.at;
  const quote = lexer.rawQuotes ? '"' : '';
  const out: string[] = [];
  lexer.at++;
  while (lexer.at < lexer.source.length) {
    const char = lexer.source.charAt(lexer.at);
    if (char === '"') {
      lexer.at++;
      return quote + out.join('') + quote;
    }
    if (char === '$') out.push(readDollar(lexer));
    else {
      lexer.at++;
      out.push(char === lexer.escape ? readEscaped(lexer, rawEscapes) : char);
    }
    if (lexer.error) return '';
  }
  return fail(lexer, 'open-quote', opened, '"');
}

/** Inside double quotes an escape stays, unless it protects a quote, a dollar or itself. */
function readEscaped(lexer: Lexer, rawEscapes: boolean): string {
  const { escape } = lexer;
  const next = lexer.source.charAt(lexer.at);
  const kept = rawEscapes ? escape : '';
  if (next === '') return kept;
  if (next !== '"' && next !== '$' && next !== escape) return kept + escape;
  lexer.at++;
  return kept + next;
}

function readDollar(lexer: Lexer): string {
  const { source } = lexer;
  const start = lexer.at;
  lexer.at++;
  if (source.charAt(lexer.at) !== '{') return readPlainVariable(lexer, start);
  lexer.at++;
  const first = source.charAt(lexer.at);
  if (first === '') return fail(lexer, 'missing-brace', start, '}');
  if (first === '{' || first === '}' || first === ':') return fail(lexer, 'bad-substitution', start);
  const nameStart = lexer.at;
  const name = readName(lexer);
  const nameEnd = lexer.at;
  const modifier = /^(?::.|[-+?]|##?|%%?|\/\/?)/.exec(source.slice(nameEnd, nameEnd + 2))?.[0] ?? '';
  const index = lexer.variables.length;
  const result = readBraced(lexer, start, name);
  // In front of the variables that its own operand holds.
  lexer.variables.splice(index, 0, { name, start, end: lexer.at, nameStart, nameEnd, modifier });
  return result;
}

function readPlainVariable(lexer: Lexer, start: number): string {
  const nameStart = lexer.at;
  const name = readName(lexer);
  if (name === '') return '$';
  const end = lexer.at;
  lexer.variables.push({ name, start, end, nameStart, nameEnd: end, modifier: '' });
  return valueOf(lexer, name) ?? (lexer.keepUnset ? `$${name}` : '');
}

function readBraced(lexer: Lexer, start: number, name: string): string {
  const char = lexer.source.charAt(lexer.at);
  if (char === '') return fail(lexer, 'missing-brace', start, '}');
  lexer.at++;
  if (char === '}') return valueOf(lexer, name) ?? (lexer.keepUnset ? `\${${name}}` : '');
  const modifier = char === '/' ? readReplacement(lexer) : readOperation(lexer, start, char);
  if (!modifier) return '';
  const value = lexer.lookup(name);
  if (value === undefined && lexer.keepUnset) return lexer.source.slice(start, lexer.at);
  if (value === null) {
    lexer.unknown = true;
    return '';
  }
  const { text, error, unknownOperand } = expandModifier(name, value, modifier);
  if (unknownOperand && modifier.unknown) lexer.unknown = true;
  else if (error) return fail(lexer, error, start, text);
  return text;
}

function readOperation(lexer: Lexer, start: number, char: string): Modifier | null {
  const emptyCounts = char === ':';
  const kind = emptyCounts ? lexer.source.charAt(lexer.at++) : char;
  if (kind === '' || !'+-?#%'.includes(kind)) {
    // After a colon the rest is read first, so a missing brace is what the builder complains of.
    if (emptyCounts) readOperand(lexer, '}', false);
    fail(lexer, 'unsupported-modifier', start, emptyCounts ? `:${kind}` : kind);
    return null;
  }
  const operand = readOperand(lexer, '}', kind === '#' || kind === '%');
  return operand && { kind, emptyCounts, pattern: operand.text, replacement: '', all: false, unknown: operand.unknown };
}

function readReplacement(lexer: Lexer): Modifier | null {
  const all = lexer.source.charAt(lexer.at) === '/';
  if (all) lexer.at++;
  const pattern = readOperand(lexer, '/', true);
  const by = pattern && readOperand(lexer, '}', true);
  if (!pattern || !by) return null;
  const unknown = pattern.unknown || by.unknown;
  return { kind: '/', emptyCounts: false, pattern: pattern.text, replacement: by.text, all, unknown };
}

/** Reads an operand. Whether its unknown parts matter is only clear once the variable's value is. */
function readOperand(lexer: Lexer, stop: string, rawEscapes: boolean): { text: string; unknown: boolean } | null {
  // A text of nothing but opening braces must not exhaust the stack.
  if (lexer.depth > 200) {
    fail(lexer, 'missing-brace', lexer.at, '}');
    return null;
  }
  const before = lexer.unknown;
  lexer.unknown = false;
  lexer.depth++;
  const text = readUntil(lexer, stop, rawEscapes);
  lexer.depth--;
  const { unknown } = lexer;
  lexer.unknown = before;
  return lexer.error ? null : { text, unknown };
}

function valueOf(lexer: Lexer, name: string): string | undefined {
  const value = lexer.lookup(name);
  if (value !== null) return value;
  lexer.unknown = true;
  return '';
}

function readName(lexer: Lexer): string {
  lexer.namePattern.lastIndex = lexer.at;
  const name = lexer.namePattern.exec(lexer.source)?.[0] ?? '';
  lexer.at += name.length;
  return name;
}
