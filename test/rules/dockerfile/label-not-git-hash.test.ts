import rule from '#core/rules/dockerfile/label-not-git-hash.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (value: string): string => `\`${value}\` is no Git hash: write the hexadecimal digits of a commit.`;
const configuration = 'labels:\n  schema:\n    org.example.value: hash\n';

ruleTest(rule, {
  'labels of the schema': {
    given: `
      FROM alpine:3.23
      LABEL org.example.value=main
                              ^^^^ ${says('main')}
      LABEL org.example.value=9f3c2ab
      LABEL org.example.value=0123456789abcdef0123456789abcdef01234567
      LABEL org.example.value=9f3c2g1
                              ^^^^^^^ ${says('9f3c2g1')}
      LABEL org.example.value=9f3
                              ^^^ ${says('9f3')}
    `,
    configuration,
  },
  'in a piece of a file, behind ONBUILD and in continued lines': {
    given: `
      ONBUILD LABEL a=1 \\
        # which one
        org.example.value='? ?'
                          ^^^^^ ${says('? ?')}
    `,
    configuration,
  },
  'labels beside the schema, and what a variable will hold, are left alone': {
    given: `
      FROM alpine:3.23
      LABEL org.example.other=x org.example.value=$VALUE
    `,
    configuration,
  },
  'hadolint knows two lengths only': {
    given: `
      LABEL org.example.value=9f3c2ab org.example.value=9f3c2abd
                                                        ^^^^^^^^ ${says('9f3c2abd')}
    `,
    configuration,
    preset: 'hadolint',
  },
});
