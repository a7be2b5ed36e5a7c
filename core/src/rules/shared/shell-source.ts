import type { Heredoc, Instruction } from '../../dockerfile/index.ts';
import type { ShellcheckScript } from '../../lint/index.ts';
import type { Span } from '../../text/index.ts';
import { findScriptHeredoc, getHeredocStart, getShellName, type RunShell } from './run-shell.ts';

/** A script on its own, as a tool for scripts reads it, and the way back into the file. */
export interface ShellSource {
  readonly script: ShellcheckScript;
  /** The place in the file of a place in the script; undefined for what we wrote in front of it. */
  findOffset(line: number, column: number): number | undefined;
}

/** The names of variables that are set. */
interface Names {
  has(name: string): boolean;
}

/**
 * The script of a RUN. `variables` are the names that ENV and ARG set: those that it uses are declared in front of it.
 * Undefined for the exec form, and for what no shell that shellcheck knows will read.
 */
export function findShellSource(
  run: Instruction,
  { shell, variables, text }: { shell: RunShell; variables: Names; text: string },
): ShellSource | undefined {
  const heredoc = findScriptHeredoc(run);
  const start = heredoc ? getHeredocStart(run, heredoc.body) : '';
  const program = start === '' ? (shell?.[0]?.value ?? '/bin/sh') : findProgram(start);
  const dialect = dialects.get(getShellName(program));
  if (!dialect || !run.script()) return undefined;
  const lines = heredoc ? linesOfHeredoc(heredoc) : linesOfRun(run, text);
  const header: Line[] = [];
  const [first] = lines;
  if (first?.text.startsWith('#!')) header.push(...lines.splice(0, 1));
  header.push({ text: declare(lines, variables), offset: undefined });
  return toSource([...header, ...lines], dialect);
}

/** What is told apart; `ash` of BusyBox is next to dash. */
const dialects: ReadonlyMap<string, ShellcheckScript['shell']> = new Map([
  ['sh', 'sh'],
  ['bash', 'bash'],
  ['dash', 'dash'],
  ['ash', 'dash'],
  ['ksh', 'ksh'],
]);

/** `bash` of `/usr/bin/env -S bash -e`, `sh` of `/bin/sh -x` */
function findProgram(start: string): string {
  const words = start.split(/\s+/).filter((word) => !word.startsWith('-'));
  return (getShellName(words[0] ?? '') === 'env' ? words[1] : words[0]) ?? '';
}

interface Line {
  readonly text: string;
  /** Where it begins in the file. */
  readonly offset: number | undefined;
}

function linesOfHeredoc({ body, bodySpan }: Heredoc): Line[] {
  return splitLines(body, bodySpan.start);
}

/** The joined line, in which continuations and comments are blanks; the data of its heredocs follows as it is. */
function linesOfRun({ code, argsSpan, span, heredocs }: Instruction, text: string): Line[] {
  const [first] = heredocs;
  if (!first)
    return [{ text: code.slice(argsSpan.start - span.start, argsSpan.end - span.start), offset: argsSpan.start }];
  const joined = code.slice(argsSpan.start - span.start, first.bodySpan.start - span.start).trimEnd();
  const data = splitLines(text.slice(first.bodySpan.start, span.end), first.bodySpan.start);
  return [{ text: joined, offset: argsSpan.start }, ...data];
}

function splitLines(text: string, start: number): Line[] {
  let offset = start;
  return text.split('\n').map((written) => {
    const line = { text: written.replace(/\r$/, ''), offset };
    offset += written.length + 1;
    return line;
  });
}

/** Only names that occur, so that a long list of variables is not copied to every script. Each is taken for one word. */
function declare(lines: readonly Line[], variables: Names): string {
  const used = new Set(lines.flatMap(({ text }) => text.match(/[A-Za-z_]\w*/g) ?? []));
  const names = [...used].filter((name) => variables.has(name)).sort();
  return names.length === 0 ? '' : `export ${names.map((name) => `${name}=1`).join(' ')}`;
}

function toSource(lines: readonly Line[], shell: ShellcheckScript['shell']): ShellSource {
  return {
    script: { shell, text: lines.map(({ text }) => text).join('\n') },
    findOffset(line, column) {
      const found = lines[line - 1];
      return found?.offset === undefined ? undefined : found.offset + unitsBefore(found.text, column - 1);
    },
  };
}

/** Code points to UTF-16 units. */
function unitsBefore(text: string, points: number): number {
  if (!/[\uD800-\uDBFF]/.test(text)) return Math.min(points, text.length);
  return Array.from(text).slice(0, points).join('').length;
}

/** A place of two ends; the end is never before the start. */
export function findSpan(
  source: ShellSource,
  place: { readonly line: number; readonly column: number; readonly endLine: number; readonly endColumn: number },
): Span | undefined {
  const start = source.findOffset(place.line, place.column);
  const end = source.findOffset(place.endLine, place.endColumn);
  return start === undefined || end === undefined ? undefined : { start, end: Math.max(start, end) };
}
