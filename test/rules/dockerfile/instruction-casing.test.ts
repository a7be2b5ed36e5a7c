import rule from '#core/rules/dockerfile/instruction-casing.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (keyword: string, wanted: string) =>
  `Most keywords of this file are not written like \`${keyword}\`: write \`${wanted}\`.`;

ruleTest(rule, {
  'the majority decides': {
    given: `
      FROM alpine:3.23
      run true
      ^^^ ${says('run', 'RUN')}
      Cmd ["true"]
      ^^^ ${says('Cmd', 'CMD')}
      USER 1
    `,
    fixed: `
      FROM alpine:3.23
      RUN true
      CMD ["true"]
      USER 1
    `,
  },
  'lower case may be the majority': {
    given: `
      from alpine:3.23
      run true
      CMD ["true"]
      ^^^ ${says('CMD', 'cmd')}
    `,
    fixed: `
      from alpine:3.23
      run true
      cmd ["true"]
    `,
  },
  'capitals win a tie': {
    given: `
      FROM alpine:3.23
      run true
      ^^^ ${says('run', 'RUN')}
    `,
    fixed: `
      FROM alpine:3.23
      RUN true
    `,
  },
  'all alike': { given: `from alpine:3.23\nrun true` },
  'behind ONBUILD and before the first FROM': {
    given: `
      arg A=1
      ^^^ ${says('arg', 'ARG')}
      FROM alpine:3.23
      ONBUILD run true
              ^^^ ${says('run', 'RUN')}
    `,
    fixed: `
      ARG A=1
      FROM alpine:3.23
      ONBUILD RUN true
    `,
  },
  'BuildKit looks at neither': {
    preset: 'buildkit',
    given: `
      arg A=1
      arg B=1
      FROM alpine:3.23
      ONBUILD run true
    `,
  },
  'a fragment has a majority too': {
    given: `
      RUN true
      COPY a b
      copy c d
      ^^^^ ${says('copy', 'COPY')}
    `,
    fixed: `
      RUN true
      COPY a b
      COPY c d
    `,
  },
});
