import type { Instruction } from '../../dockerfile/index.ts';
import type { CallIndex, PlacedCall, RunScript } from '../../lint/index.ts';
import type { ShellWord } from '../../shell/index.ts';
import type { Span } from '../../text/index.ts';
import type { PackageManager } from './packages.data.ts';

/** One use of a package manager, its words sorted: `apt-get -t bookworm install curl=7.88.1-10`. */
export interface PackageCall {
  readonly call: PlacedCall;
  readonly verb: ShellWord;
  /** What the verb is about, when a word in front of it says so: `module` of `dnf module install`. */
  readonly noun: ShellWord | null;
  /** All words but the verb, values of options included. */
  readonly args: readonly ShellWord[];
  /** How many of `args` stand in front of the verb. */
  readonly argsBefore: number;
  /** What the verb acts on: neither options nor their values. */
  readonly operands: readonly ShellWord[];
}

/** The calls of a package manager in a file, in file order; those without a readable verb are left out. */
export function findPackageCalls(calls: CallIndex, manager: PackageManager): readonly PackageCall[] {
  return calls.of(...manager.programs).flatMap((call) => readPackageCall(call, manager) ?? []);
}

export function readPackageCall(call: PlacedCall, { withValue, nouns }: PackageManager): PackageCall | undefined {
  const operands: ShellWord[] = [];
  let noun: ShellWord | null = null;
  let verbAt = -1;
  let areOptionsOver = false;
  for (let at = 0; at < call.args.length; at++) {
    const word = call.args[at];
    if (!word) break;
    if (!areOptionsOver && /^-./.test(word.value)) {
      areOptionsOver = word.value === '--';
      if (withValue.has(word.value)) at++;
    } else if (verbAt >= 0) operands.push(word);
    else if (!noun && nouns.has(word.value)) noun = word;
    else verbAt = at;
  }
  const verb = call.args[verbAt];
  if (!verb?.literal) return undefined;
  return { call, verb, noun, args: call.args.filter((_, at) => at !== verbAt), argsBefore: verbAt, operands };
}

/** `apt-get install`, `dnf module install`: how a call is named in a sentence. */
export function nameOf({ call, noun, verb }: PackageCall): string {
  return [call.program, noun?.value, verb.value].filter((word) => word !== undefined).join(' ');
}

/** From the program to its verb, or the verb alone when a line break lies between them. */
export function spanOfCall({ call, verb }: PackageCall, text: string): Span {
  const whole = { start: call.word.span.start, end: verb.span.end };
  return /[\r\n]/.test(text.slice(whole.start, whole.end)) ? verb.span : whole;
}

/** The name in a package word, without version, suite, architecture or suffix: `curl` of `curl:amd64=8.14.1-2`. */
export function packageNameOf({ value }: ShellWord): string {
  return value.replace(/(?:[=<>~@/:]|-(?:\d+:)?\d[^-]*(?:-\d[^-]*)?$).*$/s, '');
}

/** True when only files are named, none of them to be downloaded: their author vouches for them. */
export function namesOnlyLocalFiles({ operands }: PackageCall): boolean {
  return (
    operands.length > 0 &&
    operands.every(({ value }) => /\.(?:apk|deb|rpm)$|^\.{0,2}\//.test(value) && !/^\w+:\/\//.test(value))
  );
}

/** The calls of one RUN to one package manager, together with all it calls. */
export interface PackageRun extends RunScript {
  readonly packages: readonly PackageCall[];
}

/** The RUN instructions that call a package manager, in file order. */
export function findPackageRuns(calls: CallIndex, manager: PackageManager): readonly PackageRun[] {
  const byRun = new Map<Instruction, PackageCall[]>();
  for (const each of findPackageCalls(calls, manager)) {
    const known = byRun.get(each.call.run);
    if (known) known.push(each);
    else byRun.set(each.call.run, [each]);
  }
  return [...byRun].flatMap(([run, packages]) => {
    const script = calls.in(run);
    return script ? [{ ...script, packages }] : [];
  });
}
