import rule from '#core/rules/dockerfile/label-superfluous.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const configuration = 'labels:\n  strict: true\n  schema:\n    org.example.team: text\n';
const says = (key: string): string => `The label \`${key}\` is not one of those that the project wants.`;

ruleTest(rule, {
  'labels beside the schema, removed on request': {
    given: `
      FROM alpine:3.23
      LABEL org.example.team=a owner=ada version="1 2"
                               ^^^^^ ${says('owner')}
                                         ^^^^^^^ ${says('version')}
    `,
    fixed: `
      FROM alpine:3.23
      LABEL org.example.team=a
    `,
    configuration,
  },
  'continued lines go with their pair': {
    given: `
      FROM alpine:3.23
      LABEL org.example.team=a \\
            owner=ada \\
            ^^^^^ ${says('owner')}
            org.example.team=b
    `,
    fixed: `
      FROM alpine:3.23
      LABEL org.example.team=a \\
            org.example.team=b
    `,
    configuration,
  },
  'the only label is left to its author, and so is one behind ONBUILD': {
    given: `
      LABEL owner=ada
            ^^^^^ ${says('owner')}
      ONBUILD LABEL owner=ada
                    ^^^^^ ${says('owner')}
    `,
    configuration,
  },
  'the old form with a blank': {
    given: `
      FROM alpine:3.23
      LABEL owner Ada Lovelace
            ^^^^^ ${says('owner')}
    `,
    configuration,
  },
  'without strict labels more of them are welcome': {
    given: `
      FROM alpine:3.23
      LABEL owner=ada
    `,
    configuration: 'labels:\n  schema:\n    org.example.team: text\n',
  },
  'labels of the schema': {
    given: `
      FROM alpine:3.23
      LABEL org.example.team=a
    `,
    configuration,
  },
});
