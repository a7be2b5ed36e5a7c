import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall, type ReportedFix } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { onCalls } from '../shared/calls.ts';
import { beginsLine, matchCase } from '../shared/lines.ts';
import { onlyHadolint } from '../shared/views.ts';

const messages = {
  replaced: 'Every script in the image now runs in another `sh`: choose the shell of RUN with SHELL.',
  convert: 'Use SHELL ["{shell}", "-c"]',
} as const;
type Messages = typeof messages;

export default defineRule({
  id: 'dockerfile/shell-replaced-by-symlink',
  kind: 'practice',
  severity: 'info',
  refs: {
    hadolint: ['DL4005'],
    kics: ['changing_default_shell_using_run_command'],
    semgrep: ['use-shell-instruction'],
  },
  title: 'Choose the shell with SHELL instead of a link',
  why: '`/bin/sh` belongs to the distribution: its own scripts, and the next upgrade, expect the shell it was. SHELL changes the shell of the build only.',
  source: 'https://docs.docker.com/reference/dockerfile/#shell',
  bad: 'FROM debian:12\nRUN ln -sf /bin/bash /bin/sh\n',
  good: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\n',
  messages,
  on: onCalls(['ln'], checkCall),
});

function checkCall(call: PlacedCall, ctx: DockerfileContext<Messages>): void {
  const operands = call.args.filter(({ value }) => !value.startsWith('-')).map(({ value }) => value);
  if (!operands.some(isShell)) return;
  const isTarget = operands.length > 1 && isShell(operands.at(-1) ?? '');
  const fix = isTarget ? planShell(call, operands[0] ?? '', ctx.file) : undefined;
  ctx.report({ at: call.word.span, message: 'replaced', fix, presets: isTarget ? undefined : onlyHadolint });
}

function isShell(path: string): boolean {
  return /^(\/usr)?\/bin\/sh$/.test(path);
}

/** Only for a RUN that does nothing else. What starts in the container then gets the old shell, so this is not safe. */
function planShell({ run, script }: PlacedCall, target: string, file: Dockerfile): ReportedFix<Messages> | undefined {
  const isOnly = script.commands.every(({ name }) => /^(ln|rm|mv|sudo)$/.test(name?.value ?? ''));
  const shell = /^(bash|zsh|dash)$/.test(target) ? `/bin/${target}` : target;
  if (!isOnly || run.json || run.flags.length > 0 || run.heredocs.length > 0 || !beginsLine(run, file.text))
    return undefined;
  if (!/^(\/usr(\/local)?)?\/bin\/(bash|zsh|dash|ash)$/.test(shell)) return undefined;
  const line = `${matchCase('SHELL', run)} ["${shell}", "-c"]`;
  return { title: 'convert', data: { shell }, edits: [replace(run.span, line)], safe: false };
}
