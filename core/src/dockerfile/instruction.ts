import { isBlank, skipSpace, trimEnd } from './chars.ts';
import { readAssignments } from './assignments.ts';
import { splitFlags, type RawFlag } from './flags.ts';
import { readJsonStrings, type JsonString } from './json-form.ts';
import { lazily } from '../text/index.ts';
import { lexPlainLine } from './lex.ts';
import { keywords, type Flag, type Heredoc, type Instruction, type Keyword, type Word } from './model.ts';
import { spanBehind, toWord, type ArgumentText, type ReadOptions } from './reading.ts';
import type { LogicalLine } from './scan.ts';
import { readScript } from './script.ts';
import type { SourceLine } from './source-line.ts';
import { splitAtBlanks, splitQuoted, type RawWord } from './words.ts';

const keywordSet: ReadonlySet<string> = new Set(keywords);
const jsonKeywords: ReadonlySet<Keyword | null> = new Set<Keyword>([
  'ADD',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'RUN',
  'SHELL',
  'VOLUME',
]);
const wholeLineKeywords: ReadonlySet<Keyword | null> = new Set<Keyword>([
  'MAINTAINER',
  'STOPSIGNAL',
  'USER',
  'WORKDIR',
]);
const quotedKeywords: ReadonlySet<Keyword | null> = new Set<Keyword>([
  'ARG',
  'CMD',
  'ENTRYPOINT',
  'ENV',
  'HEALTHCHECK',
  'LABEL',
  'RUN',
]);

/**
 * Reads one logical line as an instruction: keyword, flags, words, JSON form, assignments, what stands inside it. Its
 * stage, and which shell runs it, are told by what stands around it: `place.ts` fills them in.
 */
export function readInstruction(logical: LogicalLine, options: ReadOptions): Instruction {
  const { line } = logical;
  const from = skipSpace(line.text, 0);
  const to = trimEnd(line.text, from);
  return build({ logical, from, to, hasFlags: true }, options);
}

interface Part {
  readonly logical: LogicalLine;
  /** The part of the joined line to read: all of it, or what stands behind ONBUILD or HEALTHCHECK. */
  readonly from: number;
  readonly to: number;
  readonly hasFlags: boolean;
}

function build(part: Part, options: ReadOptions): Instruction {
  const { line, code, start, end, heredocs } = part.logical;
  const { from, to } = part;
  const lexed = part.hasFlags ? lexPlainLine(line.text.slice(from, to), from) : undefined;
  const keywordEnd = lexed?.keywordEnd ?? findKeywordEnd(line.text, from, to);
  const keywordText = line.text.slice(from, keywordEnd);
  const keyword = findKeyword(keywordText);
  const head = lexed ?? readHead(part, keywordEnd);
  const rest = Math.min(head.rest, to);
  const json = readJson(line, { keyword, from: rest, to }, options);
  const at = line.offsetAt(from);
  const args: ArgumentText = { line, from: rest, to };
  const instruction: Instruction = {
    keyword,
    keywordText,
    keywordSpan: line.spanOf(from, keywordEnd),
    span: { start: at, end },
    code: at === start ? code : code.slice(at - start),
    flags: head.flags.map((flag) => toFlag(line, flag)),
    argsSpan: rest < to ? line.spanOf(rest, to) : spanBehind(line, rest),
    args: json ?? readWords({ ...args, words: lexed?.words }, keyword, options.escape),
    json,
    assignments: readAssignments(args, keyword, options),
    heredocs: heredocsOf(keyword, json, heredocs),
    stage: null,
    inner: readInner(part, { keyword, rest }, options),
    script: lazily(() => readScript(instruction, args)),
  };
  return instruction;
}

function readHead({ logical, to, hasFlags }: Part, keywordEnd: number): ReturnType<typeof splitFlags> {
  const { text } = logical.line;
  if (hasFlags) return splitFlags(text.slice(0, to), keywordEnd);
  return { flags: [], rest: skipSpace(text, keywordEnd, to) };
}

function findKeywordEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isBlank(text.charCodeAt(at))) at++;
  return at;
}

function findKeyword(written: string): Keyword | null {
  const upper = written.toUpperCase();
  return keywordSet.has(upper) ? (upper as Keyword) : null;
}

function toFlag(line: SourceLine, { text, start, end }: RawFlag): Flag {
  const raw = line.text.slice(start, end);
  const equals = text.indexOf('=');
  const rawEquals = raw.indexOf('=');
  const nameEnd = equals < 0 || rawEquals < 0 ? end : start + rawEquals;
  return {
    name: equals < 0 ? text.slice(2) : text.slice(2, equals),
    value: equals < 0 ? undefined : text.slice(equals + 1),
    span: line.spanOf(start, end),
    nameSpan: line.spanOf(Math.min(start + 2, nameEnd), nameEnd),
    valueSpan: equals < 0 || rawEquals < 0 ? null : valueSpanOf(line, nameEnd + 1, end),
  };
}

function valueSpanOf(line: SourceLine, from: number, to: number): { start: number; end: number } {
  return from < to ? line.spanOf(from, to) : spanBehind(line, from);
}

interface Arguments {
  readonly keyword: Keyword | null;
  readonly from: number;
  readonly to: number;
}

function readJson(line: SourceLine, { keyword, from, to }: Arguments, { report }: ReadOptions): readonly Word[] | null {
  const start = keyword === 'HEALTHCHECK' ? behindFirstWord(line.text, from, to) : from;
  if (keyword !== 'HEALTHCHECK' && !jsonKeywords.has(keyword)) return null;
  const strings = readJsonStrings(line.text.slice(start, to));
  if (strings === 'not-strings') {
    // The command behind HEALTHCHECK is read a second time as an instruction of its own.
    if (keyword !== 'HEALTHCHECK') report('json-not-strings', line.spanOf(start, to));
    return null;
  }
  return strings && strings.map((string) => toJsonWord(line, string, start));
}

function toJsonWord(line: SourceLine, { value, start, end }: JsonString, offset: number): Word {
  const [from, to] = [offset + start, offset + end];
  return { span: line.spanOf(from, to), raw: line.text.slice(from, to), value };
}

function behindFirstWord(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && skipSpace(text, at, at + 1) === at) at++;
  return skipSpace(text, at, to);
}

function readWords(
  { line, from, to, words }: ArgumentText & { readonly words: readonly RawWord[] | undefined },
  keyword: Keyword | null,
  escape: string,
): Word[] {
  if (from >= to) return [];
  const toWords = (words: readonly RawWord[]): Word[] => words.map((word) => toWord(line, word, escape));
  if (wholeLineKeywords.has(keyword)) return toWords([{ text: line.text.slice(from, to), start: from, end: to }]);
  if (words) return toWords(words);
  if (quotedKeywords.has(keyword)) return toWords(splitQuoted(line.text, { from, to, escape }));
  return toWords(splitAtBlanks(line.text, from, to));
}

function heredocsOf(
  keyword: Keyword | null,
  json: readonly Word[] | null,
  heredocs: readonly Heredoc[],
): readonly Heredoc[] {
  const mayHave = keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD' || keyword === 'ONBUILD';
  return mayHave && !json ? heredocs : [];
}

function readInner(
  { logical, to }: Part,
  { keyword, rest }: { keyword: Keyword | null; rest: number },
  options: ReadOptions,
): Instruction | null {
  if (rest >= to) return null;
  if (keyword === 'ONBUILD') return readTrigger({ logical, from: rest, to, hasFlags: true }, options);
  if (keyword !== 'HEALTHCHECK' || !/^CMD(?=\s|$)/i.test(logical.line.text.slice(rest, to))) return null;
  return build({ logical, from: rest, to, hasFlags: false }, options);
}

/** ONBUILD behind ONBUILD is refused anyway; it is read only once, so that a long chain of them stays cheap. */
function readTrigger(part: Part, options: ReadOptions): Instruction | null {
  const { text } = part.logical.line;
  const isChained = /^ONBUILD(?=\s|$)/i.test(text.slice(part.from, part.from + 8));
  return build(isChained ? { ...part, to: findKeywordEnd(text, part.from, part.to) } : part, options);
}
