import { findSteps } from '../../shell/index.ts';
import { message, replace } from '../../text/index.ts';
import type { Action } from '../model.ts';
import { lineBreakOf, readRunSteps, rewrite, toChain, type PlanRefactor, type Refactoring } from './refactoring.ts';

/** `a && b` as a heredoc with `set -e`, and back. */
export const planHeredoc: PlanRefactor = (asked) => [...toHeredoc(asked), ...fromHeredoc(asked)];

/** What `set -e` reaches into, so that a step could end where it went on before. */
const runsMore: ReadonlySet<string> = new Set(['.', 'eval', 'source', 'set', 'trap', 'return', 'shopt']);

function isSame(names: readonly (string | null)[]): boolean {
  return names.every((name) => name === null || (!runsMore.has(name) && /^[\w./+[-]+$/.test(name)));
}

function toHeredoc({ file, instruction }: Refactoring): Action[] {
  const script = readRunSteps(file, instruction);
  if (script?.join !== '&&' || script.steps.length < 2 || isOldSyntax(file.directives)) return [];
  // The builder hands a heredoc to the shell with the line breaks it has, and no shell takes CRLF.
  if (lineBreakOf(file) !== '\n') return [];
  if (!script.steps.every(({ names }) => isSame(names))) return [];
  const lines = script.steps.map(({ text }) => text);
  const name = ['EOF', 'EOT', 'END'].find((each) => !lines.includes(each));
  if (name === undefined) return [];
  const text = [`<<${name}`, 'set -e', ...lines, name].join(lineBreakOf(file));
  // Blanks at the end would make another line of the one that closes the heredoc.
  const edit = replace({ start: instruction.argsSpan.start, end: instruction.span.end }, text);
  return [rewrite(message('Write this chain as a heredoc'), [edit], true)];
}

/** Frontends before 1.4 know no heredocs. */
function isOldSyntax(directives: Refactoring['file']['directives']): boolean {
  return directives.some(
    ({ name, value }) => name === 'syntax' && /dockerfile:1\.[0-3](?:\D|$)|experimental/.test(value),
  );
}

function fromHeredoc({ file, instruction }: Refactoring): Action[] {
  const { keyword, heredocs, args, argsSpan, span } = instruction;
  const [heredoc] = heredocs;
  // Something beside the heredoc on its line would get the script as its input.
  if (keyword !== 'RUN' || heredocs.length !== 1 || args.length !== 1 || !heredoc || !instruction.script()) return [];
  const steps = heredoc.stripTabs ? undefined : readBody(heredoc.body);
  if (!steps) return [];
  const edit = replace({ start: argsSpan.start, end: span.end }, toChain(file, instruction, steps));
  return [rewrite(message('Write this heredoc as a chain'), [edit], true)];
}

/** The steps of a heredoc that mean the same when they are chained. */
function readBody(body: string): string[] | undefined {
  // A line that goes on in the next one, or opens a heredoc of its own, is not the same on a line of RUN.
  if (/[\\`]\n|<<|\r|^[ \t]*[[#]/m.test(body)) return undefined;
  const found = findSteps(body);
  const texts = (found?.steps ?? []).map(({ start, end }) => body.slice(start, end));
  if (!found || texts.some((text) => text.includes('\n'))) return undefined;
  if (texts.length === 1) return texts;
  const [first = '', ...rest] = texts;
  const isStrict = found.join === ';' && /^set -[a-z]+$/.test(first) && first.includes('e', 4) && !first.includes('o');
  const isKept = isStrict && found.steps.slice(1).every(({ names }) => isSame(names));
  return isKept ? [...keepOthers(first), ...rest] : undefined;
}

/** `set -eux` without what a chain does by itself. */
function keepOthers(set: string): string[] {
  const flags = set.slice('set -'.length).replaceAll('e', '');
  return flags === '' ? [] : [`set -${flags}`];
}
