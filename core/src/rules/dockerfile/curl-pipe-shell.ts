import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type RunScript } from '../../lint/index.ts';
import type { Call, ShellWord } from '../../shell/index.ts';
import type { Span } from '../../text/index.ts';

const messages = {
  piped: '`{shell}` runs whatever `{tool}` receives: download to a file, compare its checksum, then run it.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/curl-pipe-shell',
  kind: 'security',
  severity: 'info',
  refs: { cis: ['4.11', '4.12'], bench134: ['4.11'] },
  title: 'Check a downloaded script before running it',
  why: 'Whoever controls the server, or the way to it, decides what runs in the build, and nobody can see afterwards what it was. When the download breaks off, half a script runs.',
  source: 'https://docs.docker.com/build/building/best-practices/#using-pipes',
  bad: 'FROM debian:12\nRUN curl -fsSL https://example.org/install.sh | sh\n',
  good: 'FROM debian:12\nRUN curl -fsSLo install.sh https://example.org/install.sh \\\n    && echo "3b1f0a…  install.sh" | sha256sum -c - \\\n    && sh install.sh\n',
  messages,
  on: { dockerfile: checkFile },
});

/** Files that download nothing, or run no shell or interpreter, are done with at once. */
function checkFile(_file: Dockerfile, ctx: Context): void {
  if (ctx.calls.of(...downloaders).length > 0 || anySubstitution.test(ctx.text)) {
    for (const run of ctx.calls.runs) checkRun(run, ctx);
  }
}

function checkRun({ script, calls }: RunScript, ctx: Context): void {
  if (!script.complete) return;
  let pipeline: number | undefined;
  let tool: string | undefined;
  for (const call of calls) {
    const command = script.commands[call.index];
    if (command?.pipeline !== pipeline) tool = undefined;
    pipeline = command?.pipeline;
    if (tool !== undefined && command?.pipe && readsScriptFromInput(call))
      report(command.pipe, call.program, tool, ctx);
    else checkSubstitution(call, ctx);
    if (downloaders.has(call.program)) tool = call.program;
  }
}

const downloaders = new Set(['curl', 'wget', 'aria2c', 'fetch', 'http']);
const anySubstitution = /\b(curl|wget|aria2c|fetch|http)\b/;
const shells = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'fish']);
const interpreters = /^(python[\d.]*|perl|ruby|node|php)$/;

/** `sh`, `bash -s -- --yes` and `python3 -` read their program from the pipe; `python3 -m json.tool` does not. */
function readsScriptFromInput({ program, args, fromXargs }: Call): boolean {
  if (fromXargs) return false;
  const first = args.find(({ value }) => !/^-[a-bd-zA-Z]+$/.test(value))?.value;
  if (shells.has(program)) {
    const readsInput = args.some(({ value }) => /^-[a-z]*s[a-z]*$/.test(value));
    return readsInput || first === undefined || ['-', '--', '/dev/stdin'].includes(first);
  }
  return interpreters.test(program) && (args.length === 0 || ['-', '--', '/dev/stdin'].includes(args[0]?.value ?? ''));
}

/** `sh -c "$(curl …)"`, `bash <(curl …)`, `eval "$(wget …)"` */
function checkSubstitution({ program, args }: Call, ctx: Context): void {
  if (!shells.has(program) && !['eval', 'source', '.'].includes(program)) return;
  for (const word of args) {
    const tool = findDownloadInside(word);
    if (tool) report(word.span, program, tool, ctx);
  }
}

function findDownloadInside({ value, literal }: ShellWord): string | undefined {
  const tool = literal ? undefined : /^(?:\$\(|<\(|`)\s*(?:sudo\s+)?(\w+)\s/.exec(value)?.[1];
  return tool !== undefined && downloaders.has(tool) ? tool : undefined;
}

function report(at: Span, shell: string, tool: string, ctx: Context): void {
  ctx.report({ at, message: 'piped', data: { shell, tool } });
}
