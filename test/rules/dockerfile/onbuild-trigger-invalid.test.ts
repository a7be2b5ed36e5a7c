import rule from '#core/rules/dockerfile/onbuild-trigger-invalid.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (keyword: string) => `${keyword} cannot stand behind ONBUILD.`;

ruleTest(rule, {
  'the three that make no sense there': {
    given: `
      FROM alpine:3.23
      ONBUILD FROM scratch
              ^^^^ ${says('FROM')}
      ONBUILD ONBUILD RUN date
              ^^^^^^^ ${says('ONBUILD')}
      ONBUILD maintainer me
              ^^^^^^^^^^ ${says('MAINTAINER')}
    `,
  },
  'all others may': {
    given: `
      FROM alpine:3.23
      ONBUILD RUN date
      ONBUILD COPY . /app
      ONBUILD ARG A
    `,
  },
  'behind a continuation': {
    given: `
      FROM alpine:3.23
      ONBUILD \\
        FROM scratch
        ^^^^ ${says('FROM')}
    `,
  },
  'a fragment': {
    given: `
      ONBUILD MAINTAINER me
              ^^^^^^^^^^ ${says('MAINTAINER')}
    `,
  },
  'a word that only begins like it': { given: `FROM alpine:3.23\nONBUILD RUN FROM=1 date` },
  'every preset says so': {
    preset: 'hadolint',
    given: `
      FROM alpine:3.23
      ONBUILD FROM scratch
              ^^^^ ${says('FROM')}
    `,
  },
});
