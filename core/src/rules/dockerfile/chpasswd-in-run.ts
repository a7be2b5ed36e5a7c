import { defineRule, type DockerfileContext, type PlacedCall } from '../../lint/index.ts';
import { onCalls } from '../shared/calls.ts';
import { findOption, optionTable, readCommandLine } from '../shared/command-line.ts';
import { hasSecretMount } from '../shared/mounts.ts';

const messages = {
  baked: '`{program}` writes a password into the image, where everybody can read or guess it.',
} as const;

export default defineRule({
  id: 'dockerfile/chpasswd-in-run',
  kind: 'security',
  severity: 'warning',
  refs: { cis: ['4.10'], bench134: ['4.10'], checkov: ['CKV2_DOCKER_17'] },
  title: 'Set no passwords in a build',
  why: 'A password in a RUN stands in the history of the image, and its hash in a layer: it is the same in every container and known to all who have the image. Lock the account, and let people in by a key or a token at run time.',
  source: 'https://docs.docker.com/build/building/secrets/',
  bad: 'FROM debian:12\nRUN echo "root:secret" | chpasswd\n',
  good: 'FROM debian:12\nRUN passwd --lock root\n',
  messages,
  on: onCalls(['chpasswd', 'passwd', 'useradd', 'usermod'], checkCall),
});

const options = optionTable(
  'p password u uid g gid G groups d home-dir home s shell c comment b base-dir e expiredate f inactive k skel K key ' +
    'R root P prefix l login Z selinux-user',
);

function checkCall(call: PlacedCall, ctx: DockerfileContext<typeof messages>): void {
  if (!setsPassword(call) || hasSecretMount(call.run)) return;
  ctx.report({ at: call.word.span, message: 'baked', data: { program: call.program } });
}

function setsPassword({ program, args, script, index }: PlacedCall): boolean {
  const isFed = (script.commands[index]?.pipelinePosition ?? 0) > 0;
  if (program === 'chpasswd') return !args.some(({ value }) => /^(-h|--help)$/.test(value));
  if (program === 'passwd') return isFed || args.some(({ value }) => value === '--stdin');
  const password = findOption(readCommandLine(args, options), 'p', 'password')?.value;
  // `*`, `!` and the like fit no password, so nobody can log in.
  return password !== undefined && !/^[*!x]*$/.test(password);
}
