import rule from '#core/rules/dockerfile/label-not-rfc3339.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (value: string): string => `\`${value}\` is no RFC 3339 time; write for example 2026-01-31T09:30:00Z.`;
const configuration = 'labels:\n  schema:\n    org.example.value: rfc3339\n';

ruleTest(rule, {
  'labels of the schema': {
    given: `
      FROM alpine:3.23
      LABEL org.example.value=2026-01-31
                              ^^^^^^^^^^ ${says('2026-01-31')}
      LABEL org.example.value=2026-02-30T10:00:00Z
                              ^^^^^^^^^^^^^^^^^^^^ ${says('2026-02-30T10:00:00Z')}
      LABEL org.example.value=2026-02-28T10:00:00.123+02:00
      LABEL org.example.value=2026-02-28T25:00:00Z
                              ^^^^^^^^^^^^^^^^^^^^ ${says('2026-02-28T25:00:00Z')}
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
  'the labels of the OCI specification need no schema': {
    given: `
      FROM alpine:3.23
      LABEL org.opencontainers.image.created=wrong \\
                                             ^^^^^ ${says('wrong')}
            org.opencontainers.image.created=$GIVEN_BY_THE_BUILD
    `,
    configuration: '',
  },
});
