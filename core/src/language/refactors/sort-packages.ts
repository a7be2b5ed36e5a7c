import type { Dockerfile } from '../../dockerfile/index.ts';
import type { ShellCommand, ShellWord } from '../../shell/index.ts';
import { message, replace } from '../../text/index.ts';
import { rewrite, type PlanRefactor } from './refactoring.ts';

const installs: Readonly<Record<string, string>> = {
  'apt-get': 'install',
  apt: 'install',
  aptitude: 'install',
  apk: 'add',
  dnf: 'install',
  microdnf: 'install',
  yum: 'install',
  zypper: 'install',
};

/** Options that take no value, behind which the next word is a package. */
const lone =
  /^(?:-[yqfdUu]+|--yes|--assume-yes|--quiet|--no-cache|--no-install-(?:recommends|suggests)|--update-cache|--allow-\S+|--setopt=\S+|--no-\S+)$/;

/** Packages one below the other, in the order of the alphabet. */
export const planSortedPackages: PlanRefactor = ({ file, instruction }) => {
  if (instruction.keyword !== 'RUN') return [];
  const edits = (instruction.script()?.commands ?? []).flatMap((command) => sortOf(file, command));
  return edits.length === 0 ? [] : [rewrite(message('Sort the packages'), edits, true)];
};

function sortOf(file: Dockerfile, { name, args }: ShellCommand) {
  const verb = args.findIndex(({ value }) => !value.startsWith('-'));
  if (installs[name?.value ?? ''] !== args[verb]?.value || verb < 0) return [];
  const packages = args.slice(verb + 1);
  return runsOf(file, packages).flatMap((run) => {
    const sorted = [...run].sort((a, b) => compare(a.value, b.value));
    return run.flatMap(({ span, value }, index) => {
      const wanted = sorted[index]?.value ?? value;
      return wanted === value ? [] : [replace(span, wanted)];
    });
  });
}

/** Stretches of packages that have a line each, with nothing between. */
function runsOf({ text, escape }: Dockerfile, words: readonly ShellWord[]): ShellWord[][] {
  const runs: ShellWord[][] = [];
  let run: ShellWord[] = [];
  let before: ShellWord | undefined;
  for (const word of words) {
    const isValue = before?.value.startsWith('-') && !lone.test(before.value);
    const isOwn = !isValue && isPackage(text, word) && isFirstOnLine(text, word);
    const isNext = isOwn && before !== undefined && before === run.at(-1) && isNextLine(text, before, word);
    if (!isNext) run = [];
    if (isOwn) run.push(word);
    if (isOwn && run.length === 2) runs.push(run);
    before = word;
  }
  // A second word on the last line would change its place with it.
  return runs.filter((each) => each.slice(0, -1).every((word) => isLastOnLine(text, word, escape)));
}

function isPackage(text: string, { span, value, literal }: ShellWord): boolean {
  return literal && /^\w[\w.+:=~@/-]*$/.test(value) && text.slice(span.start, span.end) === value;
}

/** Looks no further than the blanks around a word: its line may be long, and hold many. */
function isFirstOnLine(text: string, { span }: ShellWord): boolean {
  let at = span.start;
  while (at > 0 && isBlank(text, at - 1)) at--;
  return at === 0 || text.charAt(at - 1) === '\n';
}

function isLastOnLine(text: string, { span }: ShellWord, escape: string): boolean {
  let at = span.end;
  while (isBlank(text, at)) at++;
  if (text.charAt(at) !== escape) return false;
  at++;
  while (isBlank(text, at)) at++;
  return /^\r?\n/.test(text.slice(at, at + 2));
}

function isBlank(text: string, at: number): boolean {
  return text.charAt(at) === ' ' || text.charAt(at) === '\t';
}

function isNextLine(text: string, { span: above }: ShellWord, { span: below }: ShellWord): boolean {
  return text.slice(above.end, below.start).split('\n').length === 2;
}

function compare(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : a < b ? -1 : a > b ? 1 : 0;
}
