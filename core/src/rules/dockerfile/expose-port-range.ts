import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { onPorts, type FoundPort } from '../shared/ports.ts';
import { onlyHadolint, ownView } from '../shared/views.ts';

const messages = {
  tooHigh: 'Ports end at 65535: there is no port {port}.',
  zero: 'No program can listen on port 0.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/expose-port-range',
  kind: 'practice',
  severity: 'error',
  refs: {
    hadolint: ['DL3011'],
    trivy: ['DS-0008'],
    kics: ['unix_ports_out_of_range'],
    semgrep: ['invalid-port'],
    'dockerfile-utils': ['INVALID_PORT'],
  },
  title: 'Expose ports from 1 to 65535',
  why: 'A port is a number of 16 bits. BuildKit refuses a larger one, behind ONBUILD only in the build that comes later. Port 0 is accepted, but means "any port" to a program that asks for it, so nothing ever listens there.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3011',
  bad: 'FROM nginx:1.29-alpine\nONBUILD EXPOSE 80000\n',
  good: 'FROM nginx:1.29-alpine\nONBUILD EXPOSE 8000\n',
  messages,
  on: onPorts(checkPort),
});

function checkPort({ port, word, expose, deferred }: FoundPort, ctx: Context): void {
  const high = Math.max(port.first, port.last);
  // What BuildKit refuses in this build is told as such; hadolint's id is only given to who asks for its view.
  const isRefused = !deferred && expose.stage !== null;
  const isLiteral = /^\d/.test(word.raw);
  if (high > 65_535) {
    const found = { at: word.span, message: 'tooHigh' as const, data: { port: String(high) } };
    if (!isRefused) ctx.report({ ...found, presets: ownView });
    if (!deferred && isLiteral) ctx.report({ ...found, presets: onlyHadolint });
  } else if (port.first === 0 || port.last === 0) {
    ctx.report({ at: word.span, message: 'zero', severity: 'warning', presets: ownView });
  }
}
