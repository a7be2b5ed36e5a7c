import rule from '#core/rules/dockerfile/expose-proto-casing.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (lower: string) => `Protocols are written in lower case: \`${lower}\`.`;

ruleTest(rule, {
  'each port by itself': {
    given: `
      FROM nginx:1.29
      EXPOSE 80/TCP 443/tcp 53/Udp 8000-8010/SCTP
                ^^^ ${says('tcp')}
                               ^^^ ${says('udp')}
                                             ^^^^ ${says('sctp')}
    `,
    fixed: `
      FROM nginx:1.29
      EXPOSE 80/tcp 443/tcp 53/udp 8000-8010/sctp
    `,
  },
  'a variable may hold it, and then it is corrected there': {
    given: `
      FROM nginx:1.29
      ARG PROTO=TCP
      EXPOSE 80/$PROTO
             ^^^^^^^^^ ${says('tcp')}
      EXPOSE 80/$OTHER
    `,
  },
  'across a continuation': {
    given: `
      FROM nginx:1.29
      EXPOSE 80 \\
        443/TCP
            ^^^ ${says('tcp')}
    `,
    fixed: `
      FROM nginx:1.29
      EXPOSE 80 \\
        443/tcp
    `,
  },
  'a protocol that there is not is refused, and told as such': {
    given: `
      FROM nginx:1.29
      EXPOSE 80/HTTP
    `,
  },
  'ONBUILD, and a piece without FROM': {
    given: `
      ONBUILD EXPOSE 80/TCP
                        ^^^ ${says('tcp')}
      EXPOSE 80/TCP
                ^^^ ${says('tcp')}
    `,
    fixed: `
      ONBUILD EXPOSE 80/tcp
      EXPOSE 80/tcp
    `,
  },
  'BuildKit looks at no ONBUILD': {
    preset: 'buildkit',
    given: `
      FROM nginx:1.29
      ONBUILD EXPOSE 80/TCP
      EXPOSE 80/TCP
                ^^^ ${says('tcp')}
    `,
    fixed: `
      FROM nginx:1.29
      ONBUILD EXPOSE 80/TCP
      EXPOSE 80/tcp
    `,
  },
});
