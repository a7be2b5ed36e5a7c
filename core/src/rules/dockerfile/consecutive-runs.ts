import { finalStage, type Dockerfile, type Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix, type RunScript } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { beginsLine, getLineEnding } from '../shared/lines.ts';
import { onlyHadolint } from '../shared/views.ts';

const messages = {
  joinable: 'This RUN and the one before it could be one layer.',
  join: 'Join with the RUN before it',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/consecutive-runs',
  kind: 'style',
  severity: 'off',
  strict: 'hint',
  refs: { hadolint: ['DL3059'], kics: ['multiple_run_add_copy_instructions_listed'] },
  title: 'Join short RUN instructions that follow one another',
  why: 'Every RUN makes a layer. A few short commands in one instruction give a smaller image and a shorter history; long ones are better apart, since a build then repeats less of them.',
  source: 'https://docs.docker.com/build/building/best-practices/#run',
  bad: 'FROM debian:12\nRUN mkdir /app\nRUN chown 1000 /app\n',
  good: 'FROM debian:12\nRUN mkdir /app \\\n    && chown 1000 /app\n',
  messages,
  on: { dockerfile: checkFile },
});

interface Remembered {
  readonly flags: string;
  readonly count: number;
}

/** Two commands at most, and the same options: longer ones were most likely divided on purpose. */
function checkFile(file: Dockerfile, ctx: Context): void {
  const last = finalStage(file)?.index ?? null;
  let before: Remembered | undefined;
  let previous: Instruction | undefined;
  for (const instruction of file.instructions) {
    const found = instruction.keyword === 'RUN' ? ctx.calls.in(instruction) : undefined;
    const flags = instruction.flags.map(({ name, value = '' }) => `${name}=${value}`).join(' ');
    const count = found ? countCommands(found) : 0;
    const isJoinable = found && before?.flags === flags && count <= 2 && before.count <= 2;
    if (isJoinable && previous) report(found, { previous, isFinal: instruction.stage === last }, ctx);
    else before = found && { flags, count };
    previous = instruction;
  }
}

/** As hadolint counts: what the RUN's own shell starts by a name. */
function countCommands({ run, script }: RunScript): number {
  return (run.script() ?? script).commands.filter(({ name }) => name?.literal).length;
}

function report(
  found: RunScript,
  { previous, isFinal }: { previous: Instruction; isFinal: boolean },
  ctx: Context,
): void {
  ctx.report({
    at: found.run.keywordSpan,
    message: 'joinable',
    fix: planJoin(previous, found.run, ctx),
    presets: isFinal ? undefined : onlyHadolint,
  });
}

/** What is built later may have been taken from the cache until now, so the author decides. */
function planJoin(
  first: Instruction,
  second: Instruction,
  { file, calls }: Context,
): ReportedFix<Messages> | undefined {
  const { text, escape } = file;
  const between = text.slice(first.span.end, second.span.start);
  if (between.trim() !== '' || !beginsLine(second, text)) return undefined;
  if (![first, second].every((run) => isPlain(run) && calls.in(run)?.script.complete)) return undefined;
  // What the first one sets for itself would then hold for the second.
  if (calls.in(first)?.script.commands.some(({ name }) => leaking.has(name?.value ?? '='))) return undefined;
  const line = ` ${escape}${getLineEnding(text)}    && `;
  return {
    title: 'join',
    edits: [replace({ start: first.span.end, end: second.argsSpan.start }, line)],
    safe: false,
  };
}

const leaking = new Set(['=', 'cd', 'export', 'set', 'umask', '.', 'source', 'alias', 'exec', 'exit', 'trap', 'unset']);

function isPlain({ json, heredocs, code, argsSpan, span }: Instruction): boolean {
  const written = code.slice(argsSpan.start - span.start, argsSpan.end - span.start);
  return (
    !json &&
    heredocs.length === 0 &&
    !/[;&|\\`]\s*$|(^|[\s;&|()])#|^\s*[!({]|\|\||&\s/.test(written.replaceAll('&&', '  '))
  );
}
