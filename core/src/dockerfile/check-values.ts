import type { Span } from '../text/index.ts';
import { checkMount } from './check-mounts.ts';
import type { Dockerfile, Flag, Instruction, Keyword, Word } from './model.ts';
import type { ProblemCode, Report } from './problems.ts';
import { isPort } from './ports.ts';
import type { LexError, LexErrorCode } from './shell-lex.ts';
import { isSignal } from './signals.ts';
import { eachEnvironment, expandText, globalEnvironment, type Environment } from './variables.ts';

const lexProblems: Readonly<Record<LexErrorCode, ProblemCode>> = {
  'open-quote': 'open-quote',
  'missing-brace': 'missing-brace',
  'bad-substitution': 'bad-substitution',
  'unsupported-modifier': 'unsupported-modifier',
  required: 'required-variable',
  'bad-pattern': 'bad-pattern',
};

/** Reports a text that the builder cannot expand. */
export function reportLexError({ code, detail }: LexError, place: Span, report: Report): void {
  report(lexProblems[code], place, { quote: detail, modifier: detail, pattern: detail, detail });
}

/** Reports values that are refused once variables are filled in. What only a build can know is taken for good. */
export function checkValues(file: Dockerfile, report: Report): void {
  const { escape } = file;
  const check = (instruction: Instruction, environment: Environment): void => {
    checkArguments(instruction, { escape, environment }, report);
    for (const flag of instruction.flags) checkFlagValue(instruction, { flag, escape, environment }, report);
  };
  const environment = globalEnvironment(file.globalArgs, escape);
  for (const { assignments } of file.globalArgs) {
    for (const { value } of assignments) if (value) expandOrReport(value, { escape, environment }, report);
  }
  // What stands before the first FROM is refused anyway; in a piece of a file, what it says may be wrong as well.
  for (const instruction of file.instructions) {
    if (instruction.stage === null && instruction.keyword !== 'ARG') check(instruction, nothingKnown);
  }
  eachEnvironment(file, check);
}

const nothingKnown: Environment = { get: () => null, names: () => [] };

interface Scope {
  readonly escape: string;
  readonly environment: Environment;
}

function expandOrReport(word: Pick<Word, 'raw' | 'span'>, scope: Scope, report: Report): string | null {
  const { value, error } = expandText(word.raw, scope);
  if (error) reportLexError(error, word.span, report);
  return value;
}

const expandedWords: ReadonlySet<Keyword | null> = new Set<Keyword>(['ADD', 'COPY', 'USER', 'VOLUME', 'WORKDIR']);

function checkArguments(instruction: Instruction, scope: Scope, report: Report): void {
  const { keyword, args, json } = instruction;
  checkAssignments(instruction, scope, report);
  for (const word of args) {
    if (keyword === 'STOPSIGNAL') checkSignal(word, scope, report);
    else if (keyword === 'EXPOSE') checkPorts(word, scope, report);
    else if (expandedWords.has(keyword)) {
      expandOrReport(json ? { raw: word.value, span: word.span } : word, scope, report);
    }
  }
}

function checkAssignments({ keyword, assignments }: Instruction, scope: Scope, report: Report): void {
  for (const { name, value } of assignments) {
    if (keyword !== 'ARG') expandOrReport(name, scope, report);
    if (value) expandOrReport(value, scope, report);
  }
}

function checkSignal(word: Word, scope: Scope, report: Report): void {
  const signal = expandOrReport(word, scope, report);
  if (signal !== null && !isSignal(signal)) report('invalid-signal', word.span, { value: signal });
}

/** A variable may hold several ports. */
function checkPorts(word: Word, scope: Scope, report: Report): void {
  const ports = expandOrReport(word, scope, report);
  for (const port of ports?.split(/\s+/) ?? []) {
    if (port === '' || isPort(port)) continue;
    report(isPortLike(port) ? 'expose-port-range' : 'invalid-port', word.span, { value: port });
  }
}

/** Numbers in the right form, of which one is too high. */
function isPortLike(port: string): boolean {
  const numbers = /^(\d+)(?:-(\d+))?(?:\/(?:tcp|udp|sctp))?$/i.exec(port)?.slice(1) ?? [];
  return numbers.some((each) => Number(each) > 65_535);
}

function checkFlagValue(
  { keyword, args }: Instruction,
  { flag, ...scope }: Scope & { flag: Flag },
  report: Report,
): void {
  const { name, value } = flag;
  if (value === undefined) return;
  const place = flag.valueSpan ?? flag.span;
  const isCopy = keyword === 'COPY' || keyword === 'ADD';
  if (isCopy && (name === 'chown' || name === 'chmod' || name === 'checksum')) {
    const expanded = expandOrReport({ raw: value, span: place }, scope, report);
    if (!expanded) return;
    if (name === 'chmod' && !isMode(expanded)) report('invalid-chmod', place, { value: expanded });
    if (name === 'checksum') checkChecksum({ value: expanded, place, args }, report);
  }
  if (keyword === 'RUN' && name === 'mount') {
    const expand = (raw: string, span: Span): string | null => expandOrReport({ raw, span }, scope, report);
    checkMount(flag, expand, report);
  }
}

function checkChecksum(
  { value, place, args }: { value: string; place: Span; args: readonly Word[] },
  report: Report,
): void {
  const isRemote = args
    .slice(0, -1)
    .some(({ value: source }) => /^(?:https?|git|ssh):\/\/|^git@|\.git(?:#|$)|\$/.test(source));
  if (!isRemote) report('checksum-source', place);
  else if (!/^(?:sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}|[a-f0-9]{7,64})$/.test(value)) {
    report('invalid-checksum', place, { value });
  }
}

/** An octal mode, or the words that chmod knows. */
function isMode(text: string): boolean {
  if (/^[0-7]+$/.test(text)) return Number.parseInt(text, 8) <= 0o7777;
  return /^[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+(?:,[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+)*$/.test(text);
}
