import rule from '#core/rules/dockerfile/expose-invalid-format.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (container: string) =>
  `EXPOSE publishes nothing, so an address or a port of the host has no effect: write \`${container}\`.`;

ruleTest(rule, {
  'addresses and ports of the host go': {
    given: `
      FROM nginx:1.29
      EXPOSE 80:80 127.0.0.1:8080:80/tcp 443 [::1]:5000:5000
             ^^^^^ ${says('80')}
                   ^^^^^^^^^^^^^^^^^^^^^ ${says('80/tcp')}
                                             ^^^^^^^^^^^^^^^ ${says('5000')}
    `,
    fixed: `
      FROM nginx:1.29
      EXPOSE 80 80/tcp 443 5000
    `,
  },
  'ranges, quotes and variables': {
    given: `
      FROM nginx:1.29
      ENV PORT=80
      EXPOSE 8000-8010:9000-9010
             ^^^^^^^^^^^^^^^^^^^ ${says('9000-9010')}
      EXPOSE 8080:$PORT $PORT
             ^^^^^^^^^^ ${says('80')}
      EXPOSE $UNKNOWN:80
    `,
    fixed: `
      FROM nginx:1.29
      ENV PORT=80
      EXPOSE 9000-9010
      EXPOSE 8080:$PORT $PORT
      EXPOSE $UNKNOWN:80
    `,
  },
  'an empty port of the host is none': {
    given: `
      FROM nginx:1.29
      EXPOSE :80
    `,
  },
  'what BuildKit refuses is told as such': {
    given: `
      FROM nginx:1.29
      EXPOSE 80:99999 a:80
    `,
  },
  'across a continuation, behind ONBUILD, in a piece without FROM': {
    given: `
      ONBUILD EXPOSE 1:2
                     ^^^ ${says('2')}
      EXPOSE 80 \\
        8443:443
        ^^^^^^^^ ${says('443')}
    `,
    fixed: `
      ONBUILD EXPOSE 2
      EXPOSE 80 \\
        443
    `,
  },
  'BuildKit looks at no ONBUILD': {
    preset: 'buildkit',
    given: `
      FROM nginx:1.29
      ONBUILD EXPOSE 1:2
    `,
  },
});
