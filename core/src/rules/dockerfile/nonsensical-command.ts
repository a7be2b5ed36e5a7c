import { defineRule, type DockerfileContext, type PlacedCall } from '../../lint/index.ts';
import { onCalls } from '../shared/calls.ts';
import { notHadolint, strictAndHadolint } from '../shared/views.ts';

const messages = {
  nothing: '`{command}` does nothing for an image: a build has no terminal, no services and no processes of before.',
} as const;

const ofPeer = ['free', 'kill', 'mount', 'ps', 'service', 'shutdown', 'ssh', 'top', 'vim'] as const;
const more = ['ifconfig', 'halt', 'htop', 'nano', 'poweroff', 'reboot', 'vi'] as const;

export default defineRule({
  id: 'dockerfile/nonsensical-command',
  kind: 'practice',
  severity: 'hint',
  refs: {
    hadolint: ['DL3001'],
    kics: ['run_utilities_and_posix_commands'],
    semgrep: ['nonsensical-command'],
  },
  title: 'Leave interactive and system commands out of a build',
  why: 'An instruction keeps the files that its commands leave behind, and nothing else. What a command starts, stops, mounts or shows is gone when its RUN ends.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3001',
  bad: 'FROM debian:12\nRUN service nginx start\n',
  good: 'FROM nginx:1.29\nCMD ["nginx", "-g", "daemon off;"]\n',
  messages,
  on: onCalls([...ofPeer, ...more], checkCall),
});

function checkCall(call: PlacedCall, ctx: DockerfileContext<typeof messages>): void {
  const isKnownToPeer = ofPeer.some((each) => each === call.program);
  if (isUseful(call) && !isKnownToPeer) return;
  ctx.report({
    at: call.word.span,
    message: 'nothing',
    data: { command: call.program },
    presets: isUseful(call) ? strictAndHadolint : isKnownToPeer ? undefined : notHadolint,
  });
}

/** With an agent `ssh` can talk to a host, with privileges `mount` works, and what this RUN started it may stop. */
function isUseful({ program, run, script, index, args }: PlacedCall): boolean {
  if (program === 'ssh')
    return run.flags.some(({ value = '' }) => /(^|,)type=ssh(,|$)/.test(value)) || hasOnly(args, '-V');
  if (program === 'mount') return run.flags.some(({ name, value }) => name === 'security' && value === 'insecure');
  if (program === 'service' || program === 'kill') return script.commands.length > index + 1 || index > 0;
  return false;
}

function hasOnly(args: PlacedCall['args'], option: string): boolean {
  return args.length === 1 && args[0]?.value === option;
}
