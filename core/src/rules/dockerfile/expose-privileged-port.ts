import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { isInRange, isTcp, onPorts, type FoundPort } from '../shared/ports.ts';

const messages = {
  low: 'Ports below 1024 may need root, in the container or on the host: let the program listen on a higher one than {port}.',
} as const;

export default defineRule({
  id: 'dockerfile/expose-privileged-port',
  kind: 'security',
  severity: 'off',
  strict: 'info',
  refs: { cis: ['5.8'], bench134: ['5.7'] },
  title: 'Listen on ports from 1024 on',
  why: 'On many systems only root may open a port below 1024, which keeps people from setting USER, and whoever publishes it is tempted to take the same port of the host. Engines from 20.10 on lift that limit inside containers; Kubernetes and Podman may not.',
  source: 'https://man7.org/linux/man-pages/man7/ip.7.html',
  bad: 'FROM nginx:1.29-alpine\nEXPOSE 80\n',
  good: 'FROM nginx:1.29-alpine\nEXPOSE 8080\n',
  messages,
  on: onPorts(checkPort),
});

function checkPort({ port, word }: FoundPort, ctx: DockerfileContext<typeof messages>): void {
  // What is said of SSH weighs more.
  if (port.first < 1 || port.first >= 1024 || (isTcp(port) && isInRange(22, port))) return;
  ctx.report({ at: word.span, message: 'low', data: { port: String(port.first) } });
}
