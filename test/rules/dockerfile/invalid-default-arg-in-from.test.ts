import rule from '#core/rules/dockerfile/invalid-default-arg-in-from.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'nothing is left of the name, or nothing that is one': {
    given: `
      ARG BASE
      ARG TAG
      FROM $BASE AS a
           ^^^^^ Without a --build-arg \`$BASE\` is empty: give its ARG a default.
      FROM alpine:\${TAG}
           ^^^^^^^^^^^^^ Without a --build-arg \`alpine:\${TAG}\` becomes \`alpine:\`, which is no image: give its ARG a default.
    `,
  },
  'defaults, also those within the name': {
    given: `
      ARG BASE=alpine
      ARG TAG
      FROM $BASE:\${TAG:-3.23}
      FROM \${TAG:-debian:13}
      FROM acme/app$TAG:1
    `,
  },
  'a default may use another one': {
    given: `
      ARG VERSION
      ARG BASE=alpine:\${VERSION:-3.23}
      FROM $BASE
    `,
  },
  'what is wrong in any case is told elsewhere': {
    given: `
      ARG BASE=UPPER
      FROM $BASE
      FROM $NOBODY
      FROM Alpine:3.23
    `,
  },
  'BuildKit tells it here too': {
    preset: 'buildkit',
    given: `
      ARG BASE=UPPER
      FROM $BASE
           ^^^^^ Without a --build-arg \`$BASE\` becomes \`UPPER\`, which is no image: give its ARG a default.
      FROM scratch
      FROM x:
           ^^ Without a --build-arg \`x:\` becomes \`x:\`, which is no image: give its ARG a default.
    `,
  },
  'the platform of the build has values': {
    given: `
      FROM acme/app-\${TARGETARCH}:1
      FROM acme/app:\${TARGETOS}
    `,
  },
});
