import type { Instruction } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { onEach } from '../shared/onbuild.ts';

const messages = {
  insecure: 'This step runs with all rights over the machine that builds: whatever it downloads has them too.',
  hostNetwork: 'This step sees the network of the machine that builds, with all that listens on it.',
} as const;

export default defineRule({
  id: 'dockerfile/run-security-insecure',
  kind: 'security',
  severity: 'warning',
  refs: {},
  title: 'Keep the steps of a build in their sandbox',
  why: 'Build steps run code from packages and downloads. `--security=insecure` lifts the walls around them, `--network=host` opens the services of the builder to them. Both have to be allowed by whoever builds, and usually there is a way without.',
  source: 'https://docs.docker.com/reference/dockerfile/#run---security',
  bad: 'FROM debian:12\nRUN --security=insecure mount -t tmpfs none /mnt\n',
  good: 'FROM debian:12\nRUN --mount=type=tmpfs,target=/mnt make\n',
  messages,
  on: onEach(['RUN'], checkRun),
});

function checkRun({ flags }: Instruction, ctx: DockerfileContext<typeof messages>): void {
  for (const { name, value, span } of flags) {
    if (name === 'security' && value === 'insecure') ctx.report({ at: span, message: 'insecure' });
    if (name === 'network' && value === 'host') ctx.report({ at: span, message: 'hostNetwork' });
  }
}
