import { defineRule, problemRefs, type DockerfileContext } from '../../lint/index.ts';
import { onPorts, type FoundPort } from '../shared/ports.ts';
import { ownView } from '../shared/views.ts';

const messages = {
  tooHigh: 'Ports end at 65535: there is no port {port}.',
  zero: 'No program can listen on port 0.',
} as const;
type Context = DockerfileContext<typeof messages>;

/** The parser finds what BuildKit refuses in this build, under the same id; this adds what it accepts. */
export default defineRule({
  id: 'dockerfile/expose-port-range',
  kind: 'practice',
  severity: 'error',
  refs: problemRefs['expose-port-range'],
  title: 'Expose ports from 1 to 65535',
  why: 'A port is a number of 16 bits. BuildKit refuses a larger one, behind ONBUILD only in the build that comes later. Port 0 is accepted, but means "any port" to a program that asks for it, so nothing ever listens there.',
  source: 'https://docs.docker.com/reference/dockerfile/#expose',
  bad: 'FROM nginx:1.29-alpine\nONBUILD EXPOSE 80000\n',
  good: 'FROM nginx:1.29-alpine\nONBUILD EXPOSE 8000\n',
  messages,
  on: onPorts(checkPort),
});

function checkPort({ port, word, deferred }: FoundPort, ctx: Context): void {
  const high = Math.max(port.first, port.last);
  if (high > 65_535) {
    if (deferred) ctx.report({ at: word.span, message: 'tooHigh', data: { port: String(high) }, presets: ownView });
  } else if (port.first === 0 || port.last === 0) {
    ctx.report({ at: word.span, message: 'zero', severity: 'warning', presets: ownView });
  }
}
