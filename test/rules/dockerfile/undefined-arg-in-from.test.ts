import rule from '#core/rules/dockerfile/undefined-arg-in-from.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (name: string) => `No ARG before the first FROM declares \`${name}\`, so it is empty here.`;

ruleTest(rule, {
  'the variable is marked and declared': {
    given: `
      FROM acme/app\${SUFFIX}:1
                   ^^^^^^^^^ ${says('SUFFIX')}
    `,
    fixed: `
      ARG SUFFIX
      FROM acme/app\${SUFFIX}:1
    `,
  },
  'an ARG inside a stage does not count, but its default is taken over': {
    given: `
      FROM alpine:3.23 AS first
      ARG SUFFIX=-slim
      FROM debian:12$SUFFIX
                    ^^^^^^^ ${says('SUFFIX')}
      FROM debian:13$SUFFIX
                    ^^^^^^^ ${says('SUFFIX')}
    `,
    fixed: `
      ARG SUFFIX=-slim
      FROM alpine:3.23 AS first
      ARG SUFFIX=-slim
      FROM debian:12$SUFFIX
      FROM debian:13$SUFFIX
    `,
  },
  'a misspelt name': {
    given: `
      ARG VERSION=3.23
      FROM alpine:3.23$VERSOIN
                      ^^^^^^^^ No ARG before the first FROM declares \`VERSOIN\`. Did you mean \`VERSION\`?
    `,
    fixed: `
      ARG VERSION=3.23
      FROM alpine:3.23$VERSION
    `,
  },
  'an ARG without a value is declared, and so is what the builder sets': {
    given: `
      ARG TAG
      FROM --platform=$BUILDPLATFORM alpine:$TAG
      FROM --platform=linux/$TARGETARCH acme/\${TARGETOS}:1
    `,
  },
  'a default within the name works without a declaration': { given: `FROM alpine:\${TAG:-3.23}` },
  'BuildKit tells it all the same': {
    preset: 'buildkit',
    given: `
      FROM alpine:\${TAG:-3.23}
                  ^^^^^^^^^^^^ ${says('TAG')}
    `,
    fixed: `
      ARG TAG
      FROM alpine:\${TAG:-3.23}
    `,
  },
  'the platform is looked at as well': {
    given: `
      FROM --platform=linux/amd64$VARIANT alpine:3.23
                                 ^^^^^^^^ ${says('VARIANT')}
    `,
    fixed: `
      ARG VARIANT
      FROM --platform=linux/amd64$VARIANT alpine:3.23
    `,
  },
  'a name that is none without it needs a default, which only the author knows': {
    given: `
      FROM $BASE
           ^^^^^ ${says('BASE')}
      FROM alpine:$TAG
                  ^^^^ ${says('TAG')}
    `,
  },
  'a fragment has no FROM': { given: `RUN echo $SUFFIX` },
});
