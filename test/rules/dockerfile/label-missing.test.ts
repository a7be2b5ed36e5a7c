import rule from '#core/rules/dockerfile/label-missing.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const configuration = 'labels:\n  schema:\n    org.example.team: text\n    org.example.url: url\n';
const says = (key: string): string => `The label \`${key}\`, which the project asks for, is missing.`;

ruleTest(rule, {
  'each label that the shipped stage lacks': {
    given: `
      FROM --platform=linux/amd64 alpine:3.23 AS app
                                  ^^^^^^^^^^^ ${says('org.example.team')}
                                  ^^^^^^^^^^^ ${says('org.example.url')}
      RUN true
    `,
    configuration,
  },
  'a label of the stage below counts': {
    given: `
      FROM alpine:3.23 AS base
      LABEL org.example.team=a org.example.url=https://example.org
      FROM base
      RUN true
    `,
    configuration,
  },
  'builder stages are no images': {
    given: `
      FROM alpine:3.23 AS build
      FROM scratch
      LABEL org.example.team=a \\
            org.example.url=https://example.org
      COPY --from=build /x /x
    `,
    configuration,
  },
  'hadolint asks for them in every stage that nothing is copied from': {
    given: `
      FROM alpine:3.23 AS build
      FROM alpine:3.23 AS test
           ^^^^^^^^^^^ ${says('org.example.team')}
           ^^^^^^^^^^^ ${says('org.example.url')}
      FROM scratch
      LABEL org.example.team=a org.example.url=https://example.org
      COPY --from=build /x /x
    `,
    configuration,
    preset: 'hadolint',
  },
  'behind ONBUILD it labels another image': {
    given: `
      FROM alpine:3.23
           ^^^^^^^^^^^ ${says('org.example.team')}
      LABEL org.example.url=x
      ONBUILD LABEL org.example.team=a
    `,
    configuration,
  },
  'without a schema nothing is asked for': {
    given: `
      FROM alpine:3.23
    `,
    configuration: '',
  },
});
