import rule from '#core/rules/dockerfile/expose-port-range.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const high = (port: string) => `Ports end at 65535: there is no port ${port}.`;
const zero = 'No program can listen on port 0.';

ruleTest(rule, {
  'behind ONBUILD the builder looks only later': {
    given: `
      FROM nginx:1.29
      ONBUILD EXPOSE 80 80000/tcp
                        ^^^^^^^^^ ${high('80000')}
    `,
  },
  'what this build refuses is told as that, not twice': {
    given: `
      FROM nginx:1.29
      EXPOSE 80000 65000-66000 65535
    `,
  },
  'in a piece without FROM, ranges at both ends': {
    given: `
      EXPOSE 65536
             ^^^^^ ${high('65536')}
      EXPOSE 65000-66000/udp
             ^^^^^^^^^^^^^^^ ${high('66000')}
      EXPOSE 65535 $PORT
    `,
  },
  'port 0 is accepted and useless': {
    given: `
      FROM nginx:1.29
      EXPOSE 0 80
             ^ ${zero}
      EXPOSE 0-10
             ^^^^ ${zero}
    `,
  },
  'hadolint reports each, in this build, written as a number': {
    preset: 'hadolint',
    given: `
      FROM nginx:1.29
      ARG PORT=80000
      EXPOSE 80000 65000-66000 0 \\
             ^^^^^ ${high('80000')}
                   ^^^^^^^^^^^ ${high('66000')}
        70000/udp
        ^^^^^^^^^ ${high('70000')}
      EXPOSE $PORT
      ONBUILD EXPOSE 80000
    `,
  },
});
