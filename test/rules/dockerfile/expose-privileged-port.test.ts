import rule from '#core/rules/dockerfile/expose-privileged-port.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (port: string) =>
  `Ports below 1024 may need root, in the container or on the host: let the program listen on a higher one than ${port}.`;

ruleTest(rule, {
  'low ports of either protocol': {
    given: `
      FROM nginx:1.29
      EXPOSE 80 443/tcp 53/udp 8080
             ^^ ${says('80')}
                ^^^^^^^ ${says('443')}
                        ^^^^^^ ${says('53')}
    `,
  },
  'from 1024 on nothing is said': {
    given: `
      FROM nginx:1.29
      EXPOSE 1024 8443 50000-50010 0
    `,
  },
  'a range that begins below': {
    given: `
      FROM nginx:1.29
      EXPOSE 1000-1030
             ^^^^^^^^^ ${says('1000')}
    `,
  },
  'SSH has a rule of its own': {
    given: `
      FROM nginx:1.29
      EXPOSE 22
    `,
  },
  'variables and ONBUILD': {
    given: `
      FROM nginx:1.29
      ARG PORT=80
      EXPOSE $PORT $UNKNOWN
             ^^^^^ ${says('80')}
      ONBUILD EXPOSE 81
                     ^^ ${says('81')}
    `,
  },
  'in a piece without FROM': {
    given: `
      EXPOSE 80
             ^^ ${says('80')}
    `,
  },
});
