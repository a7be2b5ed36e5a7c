import rule from '#core/rules/dockerfile/from-platform-redundant.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = 'This is the platform that the builder takes anyway.';

ruleTest(rule, {
  'both spellings of the variable': {
    given: `
      FROM --platform=$TARGETPLATFORM alpine:3.23 AS a
           ^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says}
      FROM --platform=\${TARGETPLATFORM} alpine:3.23
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says}
    `,
    fixed: `
      FROM alpine:3.23 AS a
      FROM alpine:3.23
    `,
  },
  'a default of its own never counts': {
    given: `
      FROM --platform=\${TARGETPLATFORM:-linux/amd64} alpine:3.23
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says}
    `,
    fixed: `
      FROM alpine:3.23
    `,
  },
  'hadolint knows the two spellings only': {
    preset: 'hadolint',
    given: `FROM --platform=\${TARGETPLATFORM:-linux/amd64} alpine:3.23`,
  },
  'anything beside it makes a difference': {
    given: `
      FROM --platform=$BUILDPLATFORM alpine:3.23
      FROM --platform=$TARGETPLATFORM/v8 alpine:3.23
      FROM --platform=\${TARGETPLATFORM%/*} alpine:3.23
      FROM --platform=$TARGETOS/$TARGETARCH alpine:3.23
    `,
  },
  'where the file gives it a value, the author decides': {
    given: `
      ARG TARGETPLATFORM=linux/arm64
      FROM --platform=$TARGETPLATFORM alpine:3.23
           ^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says}
    `,
  },
  'behind a continuation': {
    given: `
      FROM \\
        --platform=$TARGETPLATFORM \\
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says}
        alpine:3.23
    `,
    fixed: `
      FROM \\
        \\
        alpine:3.23
    `,
  },
});
