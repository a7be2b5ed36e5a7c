import type { Dockerfile, Heredoc, Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall, type RunScript } from '../../lint/index.ts';
import { insert, type Span } from '../../text/index.ts';
import { eachShell, findScriptHeredoc, getHeredocStart, topOfHeredoc, type RunShell } from '../shared/run-shell.ts';

const messages = {
  ignored: 'When `{command}` fails, this script goes on and the RUN succeeds: begin with `set -e`.',
  insert: 'Insert set -e',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/heredoc-without-errexit',
  kind: 'practice',
  severity: 'warning',
  refs: {},
  title: 'Begin a RUN heredoc with set -e',
  why: 'A shell takes the exit code of a script from its last command. In a heredoc of several lines every failure but the last one is lost, and the image lacks what failed.',
  source: 'https://docs.docker.com/reference/dockerfile/#here-documents',
  bad: 'FROM debian:12\nRUN <<EOF\napt-get update\napt-get install -y curl\nEOF\n',
  good: 'FROM debian:12\nRUN <<EOF\nset -e\napt-get update\napt-get install -y curl\nEOF\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  if (!ctx.text.includes('<<')) return;
  eachShell(file, (instruction, shell) => {
    const found = ctx.calls.in(instruction);
    const heredoc = found && findScriptHeredoc(found.run);
    if (!found?.script.complete || !heredoc || startsWithErrexit(found.run, heredoc, shell)) return;
    const command = findIgnored(found);
    if (command === undefined) return;
    ctx.report({
      at: spanOfStart(found.run, heredoc),
      message: 'ignored',
      data: { command },
      // A failure that nobody saw stops the build from now on.
      fix: { title: 'insert', edits: [insert(topOfHeredoc(heredoc), planLine(heredoc))], safe: false },
    });
  });
}

/** `<<EOF` as it is written. */
function spanOfStart({ args }: Instruction, { nameSpan }: Heredoc): Span {
  return args.find(({ span }) => span.start <= nameSpan.start && nameSpan.end <= span.end)?.span ?? nameSpan;
}

function planLine({ body }: Heredoc): string {
  const indent = /^(?:#![^\n]*\n)?([ \t]*)/.exec(body)?.[1] ?? '';
  return `${indent}set -e${body.includes('\r\n') ? '\r\n' : '\n'}`;
}

/** SHELL, the words in front of the heredoc, or its `#!` line. */
function startsWithErrexit(run: Instruction, { body }: Heredoc, shell: RunShell): boolean {
  const start = getHeredocStart(run, body);
  const words = start === '' ? (shell ?? []).map(({ value }) => value) : start.split(/\s+/);
  return words.some((word, at) => setsErrexit(word) || (word === 'errexit' && at > 0));
}

function setsErrexit(option: string): boolean {
  return /^-[a-z]*e[a-z]*$/.test(option);
}

/** The first command whose failure changes nothing: another one follows it on a line of its own or behind `;`. */
function findIgnored({ script: { commands }, calls }: RunScript): string | undefined {
  const callAt = new Map(calls.map((call) => [call.index, call]));
  for (const [index, { pipeline }] of commands.entries()) {
    const call = callAt.get(index);
    if (call?.program === 'set' && switchesOn(call)) return undefined;
    const next = commands[index + 1];
    const isLast = next === undefined || next.pipeline === pipeline;
    if (call && !isLast && next.after === ';' && !harmless.has(call.program)) return call.program;
  }
  return undefined;
}

function switchesOn({ args }: PlacedCall): boolean {
  return args.some(
    ({ value }, at) => setsErrexit(value) || (value === 'errexit' && args[at - 1]?.value.startsWith('-')),
  );
}

/** These do not fail, or are asked for an answer, as in a condition. */
const harmless = new Set(
  'echo printf true false : export set unset shift local readonly declare umask exit return break continue trap alias shopt [ [[ test command type which read getent grep'.split(
    ' ',
  ),
);
