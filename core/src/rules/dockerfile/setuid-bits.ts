import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { onModes, setsIdBits, type FoundMode } from '../shared/modes.ts';

const messages = {
  bits: '`{mode}` lets whoever runs these files act as their owner or group, root perhaps.',
} as const;

export default defineRule({
  id: 'dockerfile/setuid-bits',
  kind: 'security',
  severity: 'off',
  strict: 'info',
  refs: { cis: ['4.8'], bench134: ['4.8'], dockle: ['CIS-DI-0008'] },
  title: 'Set no setuid or setgid bit',
  why: 'A program with such a bit runs as its owner, whoever starts it: a mistake in it makes an ordinary user root. `security_opt: no-new-privileges` takes the effect away when the container runs. On a folder the bit of the group is harmless.',
  source: 'https://man7.org/linux/man-pages/man7/inode.7.html',
  bad: 'FROM debian:12\nRUN chmod u+s /usr/bin/ping\n',
  good: 'FROM debian:12\nRUN setcap cap_net_raw+ep /usr/bin/ping\n',
  messages,
  on: onModes(checkMode),
});

function checkMode({ mode, span, isFolder }: FoundMode, ctx: DockerfileContext<typeof messages>): void {
  if (!isFolder && setsIdBits(mode)) ctx.report({ at: span, message: 'bits', data: { mode } });
}
