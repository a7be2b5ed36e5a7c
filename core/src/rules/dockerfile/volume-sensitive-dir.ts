import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { onExpanded, type Expanded } from '../shared/expanded.ts';

const messages = {
  socket:
    'A volume cannot bring the socket of an engine. Whoever mounts it at `{path}` makes this container master of the host.',
  system: 'A volume over `{path}` keeps the files of its first start: what a newer image brings there is never seen.',
} as const;

export default defineRule({
  id: 'dockerfile/volume-sensitive-dir',
  kind: 'security',
  severity: 'warning',
  refs: { dockle: ['DKL-DI-0002'], semgrep: ['dockerfile-dockerd-socket-mount'] },
  title: 'Declare volumes for data only',
  why: 'VOLUME gives every container an anonymous volume at that place, filled once from the image. Over a directory of the system it hides later updates, and it invites people to mount the one of the host there.',
  source: 'https://docs.docker.com/reference/dockerfile/#volume',
  bad: 'FROM debian:12\nVOLUME /var/run/docker.sock\n',
  good: 'FROM debian:12\nVOLUME /var/lib/app\n',
  messages,
  on: onExpanded(['VOLUME'], checkVolume),
});

function checkVolume({ instruction, expand }: Expanded, ctx: DockerfileContext<typeof messages>): void {
  for (const word of instruction.json ?? instruction.args) {
    const path = (expand(word) ?? '').replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
    if (socket.test(path)) ctx.report({ at: word.span, message: 'socket', data: { path } });
    else if (systemFolder.test(path)) ctx.report({ at: word.span, message: 'system', data: { path } });
  }
}

const socket = /^(\/var)?\/run\/(docker|containerd\/containerd|podman\/podman|crio\/crio)\.sock$/;
/** Images that start systemd want the control groups of the host, and say so this way. */
const systemFolder =
  /^\/($|(bin|sbin|lib|lib32|lib64|usr|etc|var|root|boot)$|usr\/(local\/)?(s?bin|lib|lib64|share)$|usr\/local$|(proc|sys(?!\/fs\/cgroup)|dev)(\/|$))/;
