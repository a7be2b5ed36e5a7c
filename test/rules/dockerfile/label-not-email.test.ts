import rule from '#core/rules/dockerfile/label-not-email.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (value: string): string => `\`${value}\` is no e-mail address.`;
const configuration = 'labels:\n  schema:\n    org.example.value: email\n';

ruleTest(rule, {
  'labels of the schema': {
    given: `
      FROM alpine:3.23
      LABEL org.example.value=ada@example.org
      LABEL org.example.value=ada
                              ^^^ ${says('ada')}
      LABEL org.example.value=ada.lovelace+app@mail.example.org
      LABEL org.example.value="Ada <ada@example.org>"
                              ^^^^^^^^^^^^^^^^^^^^^^^ ${says('Ada <ada@example.org>')}
      LABEL org.example.value=a..b@example.org
                              ^^^^^^^^^^^^^^^^ ${says('a..b@example.org')}
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
