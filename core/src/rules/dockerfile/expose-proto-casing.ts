import { isPort } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { onPorts, type FoundPort } from '../shared/ports.ts';
import { notBuildKit } from '../shared/views.ts';

const messages = {
  casing: 'Protocols are written in lower case: `{lower}`.',
  lower: 'Write {lower}',
} as const;

export default defineRule({
  id: 'dockerfile/expose-proto-casing',
  kind: 'style',
  severity: 'hint',
  refs: { buildkit: ['ExposeProtoCasing'], 'dockerfile-utils': ['INVALID_PROTO'] },
  title: 'Write the protocol of a port in lower case',
  why: 'The image holds the protocol in lower case whatever stands here. Tools that compare the file with the image, and people who search for `80/tcp`, expect to find it so.',
  source: 'https://docs.docker.com/reference/build-checks/expose-proto-casing/',
  bad: 'FROM nginx:1.29-alpine\nEXPOSE 80/TCP\n',
  good: 'FROM nginx:1.29-alpine\nEXPOSE 80/tcp\n',
  messages,
  on: onPorts(checkPort),
});

function checkPort({ port, text, word, deferred }: FoundPort, ctx: DockerfileContext<typeof messages>): void {
  const lower = port.protocol.toLowerCase();
  if (port.protocol === lower || !isPort(text)) return;
  const { start, end } = word.span;
  const at = { start: end - lower.length, end };
  const isWritten = ctx.text.slice(start, end) === text;
  ctx.report({
    at: isWritten ? at : word.span,
    message: 'casing',
    data: { lower },
    fix: isWritten ? { title: 'lower', data: { lower }, edits: [replace(at, lower)] } : undefined,
    presets: deferred ? notBuildKit : undefined,
  });
}
