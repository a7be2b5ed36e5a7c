import { finalStage, readCommands, type Dockerfile, type Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix } from '../../lint/index.ts';
import { findCall, type ShellScript } from '../../shell/index.ts';
import { insert } from '../../text/index.ts';
import { findAptCalls, spanOfAptCall, type AptCall } from '../shared/apt.ts';
import { getLineEnding, isOpenEnded } from '../shared/lines.ts';
import { getLineage } from '../shared/stages.ts';

const messages = {
  left: 'The package lists that `{command}` fetches stay in this layer: remove /var/lib/apt/lists in the same RUN.',
  append: 'Remove the package lists at the end of this RUN',
} as const;
type Messages = typeof messages;

export default defineRule({
  id: 'dockerfile/apt-lists-not-removed',
  kind: 'practice',
  severity: 'info',
  refs: {
    hadolint: ['DL3009'],
    kics: ['apt_get_install_lists_were_not_deleted'],
    semgrep: ['remove-package-lists', 'remove-package-cache'],
    dockle: ['DKL-DI-0005'],
  },
  title: 'Remove the package lists in the RUN that fetched them',
  why: 'The lists are tens of megabytes that no container needs. Removing them in a later instruction only hides them: the layer that holds them is already written.',
  source: 'https://docs.docker.com/build/building/best-practices/#apt-get',
  bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl\n',
  good: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
  messages,
  on: { dockerfile: checkFile },
});

interface AptRun {
  readonly run: Instruction;
  readonly script: ShellScript;
  readonly calls: readonly AptCall[];
}

function checkFile(file: Dockerfile, ctx: DockerfileContext<Messages>): void {
  const shipped = finalStage(file);
  if (!shipped) return;
  const runs = getLineage(shipped).flatMap(({ instructions }) =>
    instructions.flatMap((found) => toAptRun(found, ctx.text) ?? []),
  );
  // One RUN that installs from the lists of an earlier one would fail if a fix removed them there.
  const areListsShared = runs.some(({ calls }) => calls.find(isUpdateOrInstall)?.verb.value === 'install');
  for (const aptRun of runs) {
    const update = aptRun.calls.findLast(({ verb }) => verb.value === 'update');
    if (!update || hasListsMount(aptRun.run) || isCleanedUp(aptRun)) continue;
    ctx.report({
      at: spanOfAptCall(update, ctx.text),
      message: 'left',
      data: { command: `${update.call.program} update` },
      fix: areListsShared ? undefined : appendRemoval(aptRun, update, ctx),
    });
  }
}

function toAptRun(instruction: Instruction, text: string): AptRun | undefined {
  const run = instruction.keyword === 'ONBUILD' ? instruction.inner : instruction;
  const script = run?.keyword === 'RUN' ? readCommands(run, text) : null;
  if (!run || !script) return undefined;
  const calls = findAptCalls(script);
  return calls.length > 0 ? { run, script, calls } : undefined;
}

function isUpdateOrInstall({ verb }: AptCall): boolean {
  return verb.value === 'update' || verb.value === 'install';
}

function hasListsMount({ flags }: Instruction): boolean {
  return flags.some(
    ({ name, value = '' }) =>
      name === 'mount' &&
      /(^|,)type=(cache|tmpfs)(,|$)/.test(value) &&
      /(^|,)(target|dst|destination)=\/var\/lib\/apt(\/lists)?\/?(,|$)/.test(value),
  );
}

/** Only what runs behind the last apt call that fetches or reads the lists counts as cleaning up. */
function isCleanedUp({ script, calls, run }: AptRun): boolean {
  const last = calls.findLast(isUpdateOrInstall)?.index ?? -1;
  const cleans = script.commands.slice(last + 1).some((command) => {
    const call = findCall(command);
    if (!call) return false;
    if (call.program === 'rm') return call.args.some(({ value }) => isListsPath(value));
    if (call.program === 'find') return call.args.some(({ value }) => value.startsWith('/var/lib/apt/lists'));
    if (call.program.startsWith('apt')) return call.args.some(({ value }) => /^dist-?clean$/.test(value));
    // A script of the project's own or of its base image, named for what it does.
    return /clean/i.test(call.program);
  });
  return cleans || (!script.complete && run.code.lastIndexOf('/var/lib/apt') > run.code.lastIndexOf(' update'));
}

function isListsPath(path: string): boolean {
  return /^\/var\/lib\/(apt|\*|\{[^}]*apt)/.test(path) || /^\/var\/\{[^}]*lib[^}]*\}\/(apt|\*|\{[^}]*apt)/.test(path);
}

function appendRemoval(
  { run, script, calls }: AptRun,
  update: AptCall,
  ctx: DockerfileContext<Messages>,
): ReportedFix<Messages> | undefined {
  const installs = calls.some(({ verb, index }) => verb.value === 'install' && index > update.index);
  if (!installs || !script.complete || run.json || isOpenEnded(run, ctx.file)) return undefined;
  // What is handed to another shell is tidied up there, by its author.
  if (run.script()?.commands.length !== script.commands.length) return undefined;
  const removal = `${update.call.elevated ? 'sudo ' : ''}rm -rf /var/lib/apt/lists/*`;
  const edit = run.heredocs.length > 0 ? appendToHeredoc(run, removal) : appendToLine(run, removal, ctx);
  return edit && { title: 'append', edits: [edit] };
}

function appendToHeredoc({ heredocs, args }: Instruction, removal: string) {
  const [heredoc] = heredocs;
  // Only a heredoc that is itself the script: `RUN cat <<EOF` would take the new line as data.
  // And only without heredocs of the script's own, whose data the line would become.
  const isScript = heredoc && heredocs.length === 1 && args.length === 1;
  if (!isScript || !heredoc.body.endsWith('\n') || heredoc.body.includes('<<')) return undefined;
  const indent = /(?:^|\n)([ \t]*)\S[^\n]*\n$/.exec(heredoc.body)?.[1] ?? '';
  const lineEnd = heredoc.body.endsWith('\r\n') ? '\r\n' : '\n';
  return insert(heredoc.bodySpan.end, `${indent}${removal}${lineEnd}`);
}

function appendToLine(run: Instruction, removal: string, { text, file }: DockerfileContext<Messages>) {
  const { start, end } = run.argsSpan;
  const written = run.code.slice(start - run.span.start, end - run.span.start);
  // Behind `;`, `&` or a shell comment a joined command would be read differently.
  if (/[;&|\\]\s*$/.test(written) || /(^|[\s;&|()])#/.test(written)) return undefined;
  const lastBreak = text.lastIndexOf('\n', end - 1);
  if (lastBreak < run.span.start) return insert(end, ` && ${removal}`);
  const indent = /^[ \t]*/.exec(text.slice(lastBreak + 1, end))?.[0] || '    ';
  return insert(end, ` ${file.escape}${getLineEnding(text)}${indent}&& ${removal}`);
}
