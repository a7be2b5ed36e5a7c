import type { Dockerfile, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall, type ReportedFix } from '../../lint/index.ts';
import { remove, type Span } from '../../text/index.ts';
import { onCalls } from '../shared/calls.ts';
import { beginsLine, insertAbove, matchCase } from '../shared/lines.ts';
import { strictAndHadolint } from '../shared/views.ts';

const messages = {
  alone: 'This `cd` ends with its RUN and changes nothing for what comes behind it: use WORKDIR.',
  leading: 'Set the folder with WORKDIR, so that readers and later instructions know it.',
  inside: 'Set the folder with WORKDIR instead of `cd`.',
  move: 'Move the folder to WORKDIR',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/cd-instead-of-workdir',
  kind: 'style',
  severity: 'hint',
  refs: {
    hadolint: ['DL3003'],
    trivy: ['DS-0013'],
    kics: ['run_command_cd_instead_of_workdir'],
    semgrep: ['use-workdir'],
  },
  title: 'Change the folder with WORKDIR',
  why: 'Every RUN starts in the folder that WORKDIR names; a `cd` is forgotten at its end. WORKDIR also creates the folder, and tells a reader where the following instructions work.',
  source: 'https://docs.docker.com/build/building/best-practices/#workdir',
  bad: 'FROM debian:12\nRUN cd /src && make\n',
  good: 'FROM debian:12\nWORKDIR /src\nRUN make\n',
  messages,
  on: onCalls(['cd'], checkCall),
});

function checkCall(call: PlacedCall, ctx: Context): void {
  const { run, script, index } = call;
  const at = spanOf(call, ctx.text);
  const isLeading = index === 0 && beforeFirst(call) === '';
  if (!isLeading) return ctx.report({ at, message: 'inside', presets: strictAndHadolint });
  if (script.commands.length === 1 && !run.json) return ctx.report({ at, message: 'alone', severity: 'warning' });
  ctx.report({ at, message: 'leading', fix: planMove(call, ctx.file) });
}

function spanOf({ word, args }: PlacedCall, text: string): Span {
  const whole = { start: word.span.start, end: args.at(-1)?.span.end ?? word.span.end };
  return /[\r\n]/.test(text.slice(whole.start, whole.end)) ? word.span : whole;
}

/** What stands in front of the first command, such as the parenthesis of a subshell. */
function beforeFirst({ run, script, word }: PlacedCall): string {
  const body = run.heredocs.find(({ bodySpan }) => bodySpan.start <= word.span.start && word.span.start < bodySpan.end);
  if (body)
    return body.body.slice(script.span.start - body.bodySpan.start, word.span.start - body.bodySpan.start).trim();
  return run.code.slice(script.span.start - run.span.start, word.span.start - run.span.start).trim();
}

/** WORKDIR creates a folder that `cd` would miss, and holds for what follows: the author has to look at it. */
function planMove({ run, args, word, script }: PlacedCall, file: Dockerfile): ReportedFix<Messages> | undefined {
  const [folder] = args;
  const next = script.commands[1];
  const isOwnLine = run.stage !== null && beginsLine(run, file.text);
  if (!folder || args.length > 1 || !next || next.after !== '&&' || !isOwnLine || run.heredocs.length > 0)
    return undefined;
  const path = file.text.slice(folder.span.start, folder.span.end);
  if (!/^\/[\w./-]*$/.test(path) || !isPlainChain(run, folder.span.end, next.span.start)) return undefined;
  const line = `${matchCase('WORKDIR', run)} ${path}`;
  return {
    title: 'move',
    edits: [insertAbove(run, file, line), remove({ start: word.span.start, end: next.span.start })],
    safe: false,
  };
}

function isPlainChain({ code, span }: Instruction, start: number, end: number): boolean {
  return /^\s*&&\s*$/.test(code.slice(start - span.start, end - span.start));
}
