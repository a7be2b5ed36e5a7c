import rule from '#core/rules/dockerfile/label-not-semver.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (value: string): string => `\`${value}\` is no semantic version; write for example 1.4.0 or 1.4.0-rc.1.`;
const configuration = 'labels:\n  schema:\n    org.example.value: semver\n';

ruleTest(rule, {
  'labels of the schema': {
    given: `
      FROM alpine:3.23
      LABEL org.example.value=v1
                              ^^ ${says('v1')}
      LABEL org.example.value=1.4
                              ^^^ ${says('1.4')}
      LABEL org.example.value=1.4.0
      LABEL org.example.value=1.4.0-rc.1+build.5
      LABEL org.example.value=1.04.0
                              ^^^^^^ ${says('1.04.0')}
      LABEL org.example.value=1.4.0-
                              ^^^^^^ ${says('1.4.0-')}
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
});
