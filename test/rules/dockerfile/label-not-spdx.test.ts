import rule from '#core/rules/dockerfile/label-not-spdx.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (value: string): string =>
  `\`${value}\` is no SPDX licence expression; write for example Apache-2.0 or MIT OR Apache-2.0.`;
const configuration = 'labels:\n  schema:\n    org.example.value: spdx\n';

ruleTest(rule, {
  'labels of the schema': {
    given: `
      FROM alpine:3.23
      LABEL org.example.value=MIT
      LABEL org.example.value=GPLv3
                              ^^^^^ ${says('GPLv3')}
      LABEL org.example.value="(MIT OR Apache-2.0) AND GPL-2.0-only WITH Classpath-exception-2.0"
      LABEL org.example.value="MIT OR"
                              ^^^^^^^^ ${says('MIT OR')}
      LABEL org.example.value=LicenseRef-Our-Own
      LABEL org.example.value=GPL-2.0+
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
      LABEL org.opencontainers.image.licenses=wrong \\
                                              ^^^^^ ${says('wrong')}
            org.opencontainers.image.licenses=$GIVEN_BY_THE_BUILD
    `,
    configuration: '',
  },
  'hadolint knows single ids only': {
    given: `
      LABEL org.example.value="MIT OR Apache-2.0"
                              ^^^^^^^^^^^^^^^^^^^ ${says('MIT OR Apache-2.0')}
    `,
    configuration,
    preset: 'hadolint',
  },
});
