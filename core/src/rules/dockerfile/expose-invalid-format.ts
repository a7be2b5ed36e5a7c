import { isPort } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { replace } from '../../text/index.ts';
import { onPorts, type FoundPort } from '../shared/ports.ts';
import { notBuildKit } from '../shared/views.ts';

const messages = {
  mapping: 'EXPOSE publishes nothing, so an address or a port of the host has no effect: write `{container}`.',
  keep: 'Keep {container} only',
} as const;

export default defineRule({
  id: 'dockerfile/expose-invalid-format',
  kind: 'practice',
  severity: 'warning',
  refs: { buildkit: ['ExposeInvalidFormat'], 'dockerfile-utils': ['INVALID_PORT'] },
  title: 'Name only the port of the container in EXPOSE',
  why: 'EXPOSE notes on which port the program listens. Which port of the host leads there is said when the container starts: `docker run -p 8080:80`, or `ports` in a Compose file. BuildKit drops what stands in front of the last colon, and may refuse it one day.',
  source: 'https://docs.docker.com/reference/build-checks/expose-invalid-format/',
  bad: 'FROM nginx:1.29-alpine\nEXPOSE 127.0.0.1:8080:80\n',
  good: 'FROM nginx:1.29-alpine\nEXPOSE 80\n',
  messages,
  on: onPorts(checkPort),
});

function checkPort({ port, text, word, deferred }: FoundPort, ctx: DockerfileContext<typeof messages>): void {
  const { address, host, container } = port;
  if ((address === '' && host === '') || !isPort(text)) return;
  const isWritten = ctx.text.slice(word.span.start, word.span.end) === text;
  ctx.report({
    at: word.span,
    message: 'mapping',
    data: { container },
    fix: isWritten ? { title: 'keep', data: { container }, edits: [replace(word.span, container)] } : undefined,
    presets: deferred ? notBuildKit : undefined,
  });
}
