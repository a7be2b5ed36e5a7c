import rule from '#core/rules/dockerfile/expose-port-range.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (value: string) => `\`${value}\` is no port: the highest one is 65535.`;

ruleTest(rule, {
  'too high, alone and at both ends of a range': {
    given: `
      FROM alpine:3.23
      EXPOSE 80 80000 65536/udp
                ^^^^^ ${says('80000')}
                      ^^^^^^^^^ ${says('65536/udp')}
      EXPOSE 40000-80000/tcp
             ^^^^^^^^^^^^^^^ ${says('40000-80000/tcp')}
    `,
  },
  'a fragment without FROM': {
    given: `
      EXPOSE 80000
             ^^^^^ ${says('80000')}
    `,
  },
  'the highest one': { given: `FROM alpine:3.23\nEXPOSE 0 65535 1000-65535/udp` },
  'what a variable holds': {
    given: `
      FROM alpine:3.23
      ENV PORT=99999
      EXPOSE $PORT
             ^^^^^ ${says('99999')}
    `,
  },
  'what only a build knows': { given: `FROM alpine:3.23\nARG PORT\nEXPOSE $PORT` },
  'what is no number is another matter': { given: `FROM alpine:3.23\nEXPOSE http` },
  'behind a continuation': {
    given: `
      FROM alpine:3.23
      EXPOSE 80 \\
        70000
        ^^^^^ ${says('70000')}
    `,
  },
});
