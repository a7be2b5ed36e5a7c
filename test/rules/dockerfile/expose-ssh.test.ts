import rule from '#core/rules/dockerfile/expose-ssh.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = 'Port 22 is for SSH: use `docker exec` instead of a login server in the container.';

ruleTest(rule, {
  'alone, with its protocol, in a range, behind a port of the host': {
    given: `
      FROM debian:12
      EXPOSE 22 22/tcp 20-25 2222:22
             ^^ ${says}
                ^^^^^^ ${says}
                       ^^^^^ ${says}
                             ^^^^^^^ ${says}
    `,
  },
  'other ports, and 22 of another protocol': {
    given: `
      FROM debian:12
      EXPOSE 2222 122 22/udp 23-30 220
    `,
  },
  'by a variable': {
    given: `
      FROM debian:12
      ENV SSH_PORT=22
      EXPOSE $SSH_PORT
             ^^^^^^^^^ ${says}
      EXPOSE $OTHER
    `,
  },
  'a value of an ARG counts as far as the file says': {
    given: `
      FROM debian:12
      ARG PORT=2222
      EXPOSE \${PORT}
    `,
  },
  'behind ONBUILD and in a piece without FROM': {
    given: `
      ONBUILD EXPOSE 80 22
                        ^^ ${says}
      EXPOSE 22
             ^^ ${says}
    `,
  },
  'over several lines': {
    given: `
      FROM debian:12
      EXPOSE 80 \\
        # the login
        22
        ^^ ${says}
    `,
  },
});
