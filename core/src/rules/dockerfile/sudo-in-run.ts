import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type ReportedFix, type RunScript } from '../../lint/index.ts';
import type { ShellCommand, ShellWord } from '../../shell/index.ts';
import { remove } from '../../text/index.ts';
import { isRoot } from '../shared/images.ts';
import { getSections } from '../shared/stages.ts';

const messages = {
  needless: 'A RUN is root already unless USER says otherwise: leave out `sudo`.',
  user: 'With `sudo` anybody who gets into the container may become root: change to `USER root` for this step.',
  other: 'Run this as another user with USER, or with gosu or setpriv, instead of `sudo`.',
  drop: 'Delete sudo',
} as const;
type Messages = typeof messages;
type Context = DockerfileContext<Messages>;

export default defineRule({
  id: 'dockerfile/sudo-in-run',
  kind: 'security',
  severity: 'warning',
  refs: {
    hadolint: ['DL3004'],
    trivy: ['DS-0010'],
    checkov: ['CKV2_DOCKER_1'],
    kics: ['run_using_sudo'],
    semgrep: ['no-sudo-in-dockerfile'],
    dockle: ['DKL-DI-0001'],
  },
  title: 'Do without sudo in RUN',
  why: 'A build step is root until USER says otherwise, so sudo is a needless package. Where there is another user, sudo stays in the image with its rules, and whoever breaks into the container finds it there.',
  source: 'https://docs.docker.com/build/building/best-practices/#user',
  bad: 'FROM debian:12\nRUN sudo apt-get update\n',
  good: 'FROM debian:12\nRUN apt-get update\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  if (!ctx.text.includes('sudo')) return;
  const userAtEnd = new Map<number, string>();
  for (const { stage, instructions } of getSections(file)) {
    let user = stage?.base.kind === 'stage' ? (userAtEnd.get(stage.base.stage.index) ?? '') : '';
    for (const instruction of instructions) {
      if (instruction.keyword === 'USER') user = instruction.args[0]?.value ?? user;
      const run = ctx.calls.in(instruction);
      if (run) checkRun(run, user, ctx);
    }
    if (stage) userAtEnd.set(stage.index, user);
  }
}

function checkRun({ run, script }: RunScript, user: string, ctx: Context): void {
  for (const command of script.commands) {
    const found = findSudo(command);
    if (!found) continue;
    const { word, next } = found;
    const message = next?.value.startsWith('-') ? 'other' : isRoot(user) ? 'needless' : 'user';
    const isPlain = message === 'needless' && !run.json && !/\s*=/.test(next?.value ?? '=');
    ctx.report({ at: word.span, message, fix: isPlain ? planDrop(word, next, ctx.text) : undefined });
  }
}

/** The word `sudo` where a program stands: first, or behind programs that run another one. */
function findSudo({ name, args }: ShellCommand): { word: ShellWord; next: ShellWord | undefined } | undefined {
  if (!name) return undefined;
  if (isSudo(name)) return { word: name, next: args[0] };
  if (!carriers.has(name.value) || /^-[vV]$/.test(args[0]?.value ?? '')) return undefined;
  const at = args.findIndex((word) => !word.value.startsWith('-') && !/^(\w+=.*|\d+\w?)$/s.test(word.value));
  const word = args[at];
  return word && isSudo(word) ? { word, next: args[at + 1] } : undefined;
}

const carriers = new Set(['env', 'time', 'timeout', 'nice', 'nohup', 'exec', 'command', 'xargs', 'eatmydata']);

function isSudo({ value, literal }: ShellWord): boolean {
  return literal && /^(.*\/)?sudo$/.test(value);
}

/** An image may come with a user of its own, for whom sudo was needed: no safe fix. */
function planDrop(word: ShellWord, next: ShellWord | undefined, text: string): ReportedFix<Messages> | undefined {
  if (!next) return undefined;
  const area = { start: word.span.start, end: next.span.start };
  const isClean = area.end > area.start && /^\S+[ \t]+$/.test(text.slice(area.start, area.end));
  return isClean ? { title: 'drop', edits: [remove(area)], safe: false } : undefined;
}
