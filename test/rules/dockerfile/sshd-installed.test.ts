import rule from '#core/rules/dockerfile/sshd-installed.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const installs = (name: string) =>
  `\`${name}\` brings an SSH server into the image: \`docker exec\` gives a shell without one.`;
const starts = (program: string) =>
  `\`${program}\` makes the container reachable by SSH: \`docker exec\` gives a shell without it.`;

ruleTest(rule, {
  'each distribution has its names': {
    given: `
      FROM debian:12
      RUN apt-get install -y curl openssh-server=1:9.2p1-2
                                  ^^^^^^^^^^^^^^^^^^^^^^^^ ${installs('openssh-server')}
      RUN apk add openssh dropbear~2025
                  ^^^^^^^ ${installs('openssh')}
                          ^^^^^^^^^^^^^ ${installs('dropbear')}
      RUN dnf -y install openssh-server-9.9p1 openssh
                         ^^^^^^^^^^^^^^^^^^^^ ${installs('openssh-server')}
      RUN zypper -n in openssh
                       ^^^^^^^ ${installs('openssh')}
    `,
  },
  'what starts it': {
    given: `
      FROM debian:12
      ENTRYPOINT ["tini", "--"]
      CMD ["/usr/sbin/sshd", "-D"]
           ^^^^^^^^^^^^^^^^ ${starts('sshd')}
    `,
  },
  'in shell form, as a service, and as one word for a shell': {
    given: `
      FROM debian:12
      ENTRYPOINT service ssh start && exec app
                         ^^^ ${starts('ssh')}
      CMD ["sh", "-c", "/usr/sbin/sshd && exec app"]
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${starts('sshd')}
    `,
  },
  'only what is shipped, and the last start command, count': {
    given: `
      FROM debian:12 AS test
      RUN apt-get install -y openssh-server
      CMD ["/usr/sbin/sshd"]
      FROM debian:12
      CMD ["/usr/sbin/sshd"]
      CMD ["app"]
    `,
  },
  'clients, keys and other words': {
    given: `
      FROM debian:12
      RUN apt-get install -y openssh-client && apk add openssh-client openssh-keygen
      RUN apt-get remove -y openssh-server && ssh-keyscan github.com >> /etc/ssh/ssh_known_hosts
      ENV NOTE=openssh-server
      CMD ["ssh", "-N", "host"]
    `,
  },
  'continuations, ONBUILD and heredocs': {
    given: `
      FROM debian:12
      RUN apt-get install -y \\
          openssh-server
          ^^^^^^^^^^^^^^ ${installs('openssh-server')}
      ONBUILD RUN apk add openssh-server
                          ^^^^^^^^^^^^^^ ${installs('openssh-server')}
      RUN <<EOF
      apk add dropbear
              ^^^^^^^^ ${installs('dropbear')}
      EOF
    `,
  },
  'a piece of a file': {
    given: `
      RUN apk add openssh
                  ^^^^^^^ ${installs('openssh')}
      CMD /usr/sbin/sshd -D
          ^^^^^^^^^^^^^^ ${starts('sshd')}
    `,
  },
});
