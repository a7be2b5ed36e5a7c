import rule from '#core/rules/dockerfile/expose-port-range.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const refused = (value: string) => `\`${value}\` is no port: the highest one is 65535.`;
const high = (port: string) => `Ports end at 65535: there is no port ${port}.`;
const zero = 'No program can listen on port 0.';

ruleTest(rule, {
  'too high, alone and at both ends of a range': {
    given: `
      FROM alpine:3.23
      EXPOSE 80 80000 65536/udp
                ^^^^^ ${refused('80000')}
                      ^^^^^^^^^ ${refused('65536/udp')}
      EXPOSE 40000-80000/tcp
             ^^^^^^^^^^^^^^^ ${refused('40000-80000/tcp')}
    `,
  },
  'behind ONBUILD the builder looks only later': {
    given: `
      FROM nginx:1.29
      ONBUILD EXPOSE 80 80000/tcp
                        ^^^^^^^^^ ${high('80000')}
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
  'a fragment without FROM': {
    given: `
      EXPOSE 80000
             ^^^^^ ${refused('80000')}
    `,
  },
  'the highest one, what only a build knows, and what is no number': {
    given: `
      FROM alpine:3.23
      ARG PORT
      EXPOSE 65535 1000-65535/udp
      EXPOSE $PORT
    `,
  },
  'what a variable holds, and what stands behind a continuation': {
    given: `
      FROM alpine:3.23
      ENV PORT=99999
      EXPOSE $PORT
             ^^^^^ ${refused('99999')}
      EXPOSE 80 \\
        70000
        ^^^^^ ${refused('70000')}
    `,
  },
  'hadolint says nothing of ONBUILD and of port 0': {
    preset: 'hadolint',
    given: `
      FROM nginx:1.29
      EXPOSE 80000 0
             ^^^^^ ${refused('80000')}
      ONBUILD EXPOSE 80000
    `,
  },
});
