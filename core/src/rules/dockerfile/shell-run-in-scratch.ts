import type { Dockerfile, Instruction, Stage } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { readRunMounts } from '../shared/run-mounts.ts';

const messages = {
  noShell:
    'There is no shell in `scratch`, so this RUN cannot start: build in another stage, or copy the shell in first.',
} as const;

export default defineRule({
  id: 'dockerfile/shell-run-in-scratch',
  kind: 'practice',
  severity: 'error',
  refs: { tally: ['shell-run-in-scratch'] },
  title: 'Run no shell where there is none',
  why: 'RUN in shell form starts `/bin/sh`. An image from scratch has no file at all, so the build stops with "no such file or directory".',
  source: 'https://docs.docker.com/build/building/base-images/#create-a-minimal-base-image-using-scratch',
  bad: 'FROM scratch\nCOPY app /app\nRUN chmod +x /app\n',
  good: 'FROM scratch\nCOPY --chmod=755 app /app\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile({ stages }: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  const bare = new Set<Stage>();
  for (const stage of stages) {
    const isBare = stage.base.kind === 'scratch' || (stage.base.kind === 'stage' && bare.has(stage.base.stage));
    if (!isBare) continue;
    const at = stage.instructions.findIndex(mayBringShell);
    const before = at < 0 ? stage.instructions : stage.instructions.slice(0, at);
    for (const run of before) if (isShellRun(run)) ctx.report({ at: run.keywordSpan, message: 'noShell' });
    if (at < 0) bare.add(stage);
  }
}

function isShellRun(instruction: Instruction): boolean {
  const { keyword, json, args, heredocs } = instruction;
  if (keyword !== 'RUN' || json || (args.length === 0 && heredocs.length === 0)) return false;
  // A mount may bring the shell, or be the whole system.
  return !readRunMounts(instruction).some(({ type }) => type === 'bind');
}

/** An archive, a whole system, a folder of programs or a shell itself; and a SHELL that names one. */
function mayBringShell({ keyword, args, json, code }: Instruction): boolean {
  if (keyword === 'SHELL' || keyword === 'ADD') return true;
  if (keyword !== 'COPY') return false;
  const words = (json ?? args).map(({ value }) => value);
  const target = words.at(-1) ?? '';
  if (/\b(ba|da|a)?sh\b|busybox|toybox|\$/.test(code) || programFolder.test(target)) return true;
  return /^\.?\/?$/.test(target) && words.slice(0, -1).some(isWholeFolder);
}

const programFolder = /^\/?(usr\/(local\/)?)?s?bin\/?$/;

function isWholeFolder(source: string): boolean {
  return source.includes('*') || /(^|\/)(\.?|rootfs|root|sysroot|dist|out)\/?$/.test(source);
}
