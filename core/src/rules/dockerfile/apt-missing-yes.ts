import { isWrittenAsIs, readCommands, type Dockerfile, type Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { findCall, type ShellCommand, type ShellScript, type ShellWord } from '../../shell/index.ts';
import { insert } from '../../text/index.ts';
import { findAptCalls, spanOfAptCall, type AptCall } from '../shared/apt.ts';

const messages = {
  mayAsk: 'Nobody can answer `{command}` during a build: add `-y`.',
  insert: 'Insert -y',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/apt-missing-yes',
  kind: 'practice',
  severity: 'warning',
  refs: {
    hadolint: ['DL3014'],
    trivy: ['DS-0021'],
    kics: ['apt_get_missing_flags_to_avoid_manual_input'],
    semgrep: ['missing-assume-yes-switch'],
  },
  title: 'Let apt-get run without questions',
  why: 'apt-get asks before it installs more than what was named. A build has no keyboard, so it stops there with "Abort". `DEBIAN_FRONTEND=noninteractive` does not answer this question.',
  source: 'https://manpages.debian.org/stable/apt/apt-get.8.en.html#OPTIONS',
  bad: 'FROM debian:12\nRUN apt-get update && apt-get install curl\n',
  good: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  const answered = new Set<number>();
  for (const stage of file.stages) {
    if (stage.base.kind === 'stage' && answered.has(stage.base.stage.index)) answered.add(stage.index);
    for (const instruction of stage.instructions) {
      if (isAptConfigured(instruction)) answered.add(stage.index);
      const run = instruction.keyword === 'ONBUILD' ? instruction.inner : instruction;
      if (run?.keyword === 'RUN' && !answered.has(stage.index)) checkRun(run, ctx);
    }
  }
}

function checkRun(run: Instruction, ctx: Context): void {
  const script = readCommands(run, ctx.text);
  // With a quote left open nobody knows where the words begin and end.
  if (!script?.complete) return;
  for (const apt of findAptCalls(script)) {
    if (!askingVerbs.has(apt.verb.value) || apt.args.some(mayAnswer) || countQuiet(apt.args) > 1) continue;
    if (isFedByPipe(script, apt) || removesNothing(apt)) continue;
    ctx.report({
      at: spanOfAptCall(apt, ctx.text),
      message: 'mayAsk',
      data: { command: `${apt.call.program} ${apt.verb.value}` },
      fix:
        isWrittenAsIs(apt.verb, ctx.text) && !apt.args.some(({ value }) => saysNo.test(value))
          ? { title: 'insert', edits: [insert(apt.verb.span.end, ' -y')] }
          : undefined,
    });
  }
}

const askingVerbs = new Set(
  'install reinstall remove purge autoremove autopurge upgrade dist-upgrade full-upgrade safe-upgrade build-dep'.split(
    ' ',
  ),
);

/** `apt-get purge` without a package has nothing to ask about. */
function removesNothing({ verb, args }: AptCall): boolean {
  return /^(remove|purge)$/.test(verb.value) && args.every(({ value }) => value.startsWith('-'));
}

/** An option that answers yes, one that makes apt only print, or a variable that looks as if it held options. */
function mayAnswer({ value, literal }: ShellWord): boolean {
  if (!literal && /(opt|flag|arg)/i.test(value)) return true;
  if (saysNo.test(value)) return false;
  return (
    /^--(yes|assume-yes|simulate|just-print|dry-run|recon|no-act|print-uris|help)(=|$)/.test(value) ||
    /^-[qfmduVv]*[ysh]/.test(value) ||
    /^(-o=?|--option=)?APT::Get::Assume-Yes=(true|1|yes)$/i.test(value)
  );
}

/** `-y=false` behind it would win over what a fix inserts. */
const saysNo = /^-.*=(false|no|off|0)$/i;

/** `-qq`, `-q -q` and `-q=2` all mean yes as well. */
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
function isFedByPipe(script: ShellScript, { index, call }: AptCall): boolean {
  if (call.fromXargs) return false;
  const command = script.commands[index];
  const before: ShellCommand | undefined = script.commands[index - 1];
  if (!command || !before || before.pipeline !== command.pipeline || command.pipelinePosition === 0) return false;
  return ['yes', 'echo', 'printf'].includes(findCall(before)?.program ?? '');
}

/** A file in apt.conf.d can answer for all calls behind it; the line that writes it names the option. */
function isAptConfigured({ code, heredocs }: Instruction): boolean {
  const texts = [code, ...heredocs.map(({ body }) => body)];
  return texts.some((text) => assumeYes.test(text)) && texts.some((text) => text.includes('apt.conf'));
}

const assumeYes = /APT::Get::Assume-Yes\W+(true|1|yes)/i;
