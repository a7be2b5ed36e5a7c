import rule from '#core/rules/dockerfile/volume-sensitive-dir.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const socket = (path: string) =>
  `A volume cannot bring the socket of an engine. Whoever mounts it at \`${path}\` makes this container master of the host.`;
const system = (path: string) =>
  `A volume over \`${path}\` keeps the files of its first start: what a newer image brings there is never seen.`;

ruleTest(rule, {
  'sockets of engines': {
    given: `
      FROM debian:12
      VOLUME /var/run/docker.sock
             ^^^^^^^^^^^^^^^^^^^^ ${socket('/var/run/docker.sock')}
      VOLUME ["/data", "/run/podman/podman.sock"]
                       ^^^^^^^^^^^^^^^^^^^^^^^^^ ${socket('/run/podman/podman.sock')}
    `,
  },
  'folders of the system, several at once': {
    given: `
      FROM debian:12
      VOLUME /data /etc /usr/local/bin/
                   ^^^^ ${system('/etc')}
                        ^^^^^^^^^^^^^^^ ${system('/usr/local/bin')}
      VOLUME /
             ^ ${system('/')}
      VOLUME /proc/sys
             ^^^^^^^^^ ${system('/proc/sys')}
    `,
  },
  'places for data': {
    given: `
      FROM docker:28-dind
      VOLUME /var/lib/docker /var/lib/mysql /etc/nginx /home/app/data /root/.cache /varnish /usrdata /tmp /run /opt /home
      VOLUME ["/sys/fs/cgroup"]
    `,
  },
  'by a variable': {
    given: `
      FROM debian:12
      ARG DIR=/etc
      VOLUME $DIR $DIR/app $OTHER
             ^^^^ ${system('/etc')}
    `,
  },
  'behind ONBUILD and across a continuation': {
    given: `
      FROM debian:12
      ONBUILD VOLUME ["/dev"]
                      ^^^^^^ ${system('/dev')}
      VOLUME /data \\
        /var
        ^^^^ ${system('/var')}
    `,
  },
  'in a piece without FROM': {
    given: `
      VOLUME /usr
             ^^^^ ${system('/usr')}
    `,
  },
});
