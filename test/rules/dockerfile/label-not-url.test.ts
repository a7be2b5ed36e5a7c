import rule from '#core/rules/dockerfile/label-not-url.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (value: string): string => `\`${value}\` is no URL: begin with a scheme, such as https://.`;
const configuration = 'labels:\n  schema:\n    org.example.value: url\n';

ruleTest(rule, {
  'labels of the schema': {
    given: `
      FROM alpine:3.23
      LABEL org.example.value=www.example.org/app
                              ^^^^^^^^^^^^^^^^^^^ ${says('www.example.org/app')}
      LABEL org.example.value=https://example.org/app
      LABEL org.example.value=ssh://git@example.org:22/app.git
      LABEL org.example.value="not a url"
                              ^^^^^^^^^^^ ${says('not a url')}
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
      LABEL org.opencontainers.image.url=wrong \\
                                         ^^^^^ ${says('wrong')}
            org.opencontainers.image.url=$GIVEN_BY_THE_BUILD
    `,
    configuration: '',
  },
});
