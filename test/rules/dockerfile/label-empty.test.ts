import rule from '#core/rules/dockerfile/label-empty.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const configuration = 'labels:\n  schema:\n    org.example.team: text\n    org.example.url: url\n';

ruleTest(rule, {
  'labels of the schema, in every spelling of nothing': {
    given: `
      FROM alpine:3.23
      LABEL org.example.team="" org.example.url=''
            ^^^^^^^^^^^^^^^^^^^ The label \`org.example.team\` is empty.
                                ^^^^^^^^^^^^^^^^^^ The label \`org.example.url\` is empty.
    `,
    configuration,
  },
  'without a value, in a continued line of a piece of a file': {
    given: `
      LABEL a=1 \\
        org.example.team=
        ^^^^^^^^^^^^^^^^^ The label \`org.example.team\` is empty.
    `,
    configuration,
  },
  'behind ONBUILD': {
    given: `
      FROM alpine:3.23
      ONBUILD LABEL org.example.team=""
                    ^^^^^^^^^^^^^^^^^^^ The label \`org.example.team\` is empty.
    `,
    configuration,
  },
  'a blank and a variable are values': {
    given: `
      FROM alpine:3.23
      LABEL org.example.team=" " org.example.url=$URL
    `,
    configuration,
  },
  'labels beside the schema may be empty': {
    given: `
      FROM alpine:3.23
      LABEL org.example.other=""
    `,
    configuration,
  },
  'nothing is asked for without a schema': {
    given: `
      FROM alpine:3.23
      LABEL org.example.team=""
    `,
    configuration: '',
  },
});
