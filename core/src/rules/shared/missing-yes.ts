import { isWrittenAsIs } from '../../dockerfile/index.ts';
import type { DockerfileContext, PlacedCall, ReportedFix, Visitor } from '../../lint/index.ts';
import { findCall, type ShellWord } from '../../shell/index.ts';
import { insert } from '../../text/index.ts';
import { createSight, flagsOfArgs, hasWord, viewsOf } from './hadolint.ts';
import type { HadolintReading, PackageManager } from './packages.data.ts';
import { findPackageCalls, nameOf, spanOfCall, type PackageCall } from './packages.ts';
import { findSetting } from './settings.ts';

/** What the rules say that look for a package manager which may ask. */
export const missingYesMessages = {
  mayAsk: 'Nobody can answer `{command}` during a build: add `{option}`.',
  insert: 'Insert {option}',
} as const;
type Messages = typeof missingYesMessages;

/** Looks for calls of a package manager that stop at a question, each with what answers it. */
export function onMissingYes(manager: PackageManager, hadolint: HadolintReading): Visitor<Messages> {
  return {
    dockerfile(file, ctx) {
      const calls = findPackageCalls(ctx.calls, manager);
      if (calls.length === 0) return;
      const isSeen = createSight();
      const isAnswered = manager.yesSetting ? findSetting(file, manager.yesSetting) : (): boolean => false;
      for (const call of calls) {
        // With a quote left open nobody knows where the words begin and end.
        if (!call.call.script.complete) continue;
        const ours = mayAsk(call, manager) && !isAnswered(call.call.run);
        report(call, { manager, presets: viewsOf(ours, isSeen(call.call) && asksHadolint(call.call, hadolint)) }, ctx);
      }
    },
  };
}

interface View {
  readonly manager: PackageManager;
  readonly presets: ReturnType<typeof viewsOf>;
}

function report(call: PackageCall, { manager, presets }: View, ctx: DockerfileContext<Messages>): void {
  if (presets?.length === 0) return;
  ctx.report({
    at: spanOfCall(call, ctx.text),
    message: 'mayAsk',
    data: { command: nameOf(call), option: manager.yesOption },
    fix: insertYes(call, manager, ctx.text),
    presets,
  });
}

function insertYes(call: PackageCall, manager: PackageManager, text: string): ReportedFix<Messages> | undefined {
  // An answer that the manager takes everywhere goes behind the verb, one of its own behind its name.
  const before = manager.yesOption === '-y' ? call.verb : call.call.word;
  const isDecided = call.args.some(({ value }) => saysNo.test(value)) || hasYes(call, manager);
  if (isDecided || !isWrittenAsIs(before, text)) return undefined;
  return {
    title: 'insert',
    data: { option: manager.yesOption },
    edits: [insert(before.span.end, ` ${manager.yesOption}`)],
  };
}

function mayAsk(call: PackageCall, manager: PackageManager): boolean {
  const { verb, noun, operands, args } = call;
  // microdnf takes every answer for a yes.
  if (!manager.asks.has(verb.value) || call.call.program === 'microdnf') return false;
  if (noun === null && /^(?:enable|disable|reset|switch-to)$/.test(verb.value)) return false;
  // Without a package there is nothing to ask about.
  if (/^(?:remove|purge|erase|rm)$/.test(verb.value) && operands.length === 0) return false;
  return !hasYes(call, manager) && !args.some(looksLikeOptions) && !isFedByPipe(call.call);
}

function hasYes({ args, argsBefore }: PackageCall, { yes, yesBefore, programs }: PackageManager): boolean {
  return (
    args.some(
      ({ value }, index) => !saysNo.test(value) && (yes.test(value) || (index < argsBefore && yesBefore?.test(value))),
    ) ||
    (programs.includes('apt-get') && countQuiet(args) > 1)
  );
}

/** A variable that looks as if it held options may hold the answer. */
function looksLikeOptions({ value, literal }: ShellWord): boolean {
  return !literal && /opt|flag|arg/i.test(value);
}

/** `-y=false` behind it would win over what a fix inserts. */
const saysNo = /^-.*=(?:false|no|off|0)$/i;

/** For apt `-qq`, `-q -q` and `-q=2` all mean yes as well. */
function countQuiet(args: readonly ShellWord[]): number {
  let count = 0;
  for (const { value } of args) {
    const level = /^(?:-q|--quiet)=(\d+)$/.exec(value)?.[1];
    if (level) count = Math.max(count, Number(level));
    else if (value === '--quiet') count++;
    else if (/^-[a-zA-Z]+$/.test(value)) count += value.split('q').length - 1;
  }
  return count;
}

/** `yes | apt-get install curl` */
function isFedByPipe({ script, index, fromXargs }: PlacedCall): boolean {
  const command = script.commands[index];
  const before = script.commands[index - 1];
  if (fromXargs || !command || command.pipelinePosition === 0 || before?.pipeline !== command.pipeline) return false;
  return ['yes', 'echo', 'printf'].includes(findCall(before)?.program ?? '');
}

function asksHadolint({ program, args }: PlacedCall, { programs, asks = [], yes = [] }: HadolintReading): boolean {
  if (!programs.includes(program) || !hasWord(args, asks)) return false;
  const flags = flagsOfArgs(args);
  return !yes.some((flag) => flags.has(flag));
}
