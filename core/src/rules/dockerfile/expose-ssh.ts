import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { isInRange, isTcp, onPorts, type FoundPort } from '../shared/ports.ts';

const messages = {
  ssh: 'Port 22 is for SSH: use `docker exec` instead of a login server in the container.',
} as const;

export default defineRule({
  id: 'dockerfile/expose-ssh',
  kind: 'security',
  severity: 'info',
  refs: {
    cis: ['5.7', '5.9'],
    bench134: ['5.6', '5.8'],
    trivy: ['DS-0004'],
    checkov: ['CKV_DOCKER_1'],
    kics: ['exposing_port_22'],
  },
  title: 'Do not expose the port of SSH',
  why: 'A login server brings passwords or keys, updates and logs of its own, and a second way in that nobody watches. `docker exec` and `docker logs` do the same with the rights of the engine. A Git server or a jump host is the exception.',
  source: 'https://docs.docker.com/reference/cli/docker/container/exec/',
  bad: 'FROM debian:12\nEXPOSE 22 8080\n',
  good: 'FROM debian:12\nEXPOSE 8080\n',
  messages,
  on: onPorts(checkPort),
});

function checkPort({ port, word }: FoundPort, ctx: DockerfileContext<typeof messages>): void {
  if (isTcp(port) && isInRange(22, port)) ctx.report({ at: word.span, message: 'ssh' });
}
