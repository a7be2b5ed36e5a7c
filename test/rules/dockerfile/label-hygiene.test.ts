import rule from '#core/rules/dockerfile/label-hygiene.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;

ruleTest(rule, {
  'a key that is set again, in one instruction or in two': {
    given: `
      FROM alpine:3.23
      LABEL a=1 c=2 a=3
            ^ The label \`a\` is set again below, so this value is lost.
      RUN true
      LABEL b=4
    `,
  },
  'across instructions': {
    given: `
      FROM alpine:3.23
      LABEL a=1
            ^ The label \`a\` is set again below, so this value is lost.
      RUN true
      LABEL a=2
    `,
  },
  'neighbours are joined': {
    given: `
      FROM alpine:3.23
      LABEL a=1
      LABEL b="2 3"
      ^^^^^ This LABEL continues the one above: one instruction holds them all.

      label c=4
      ^^^^^ This LABEL continues the one above: one instruction holds them all.
    `,
    fixed: `
      FROM alpine:3.23
      LABEL a=1 \\
            b="2 3" \\
            c=4
    `,
  },
  'a comment in between keeps them apart, and so does another stage': {
    given: `
      FROM alpine:3.23 AS a
      LABEL a=1
      # about b
      LABEL b=2
      FROM alpine:3.23
      LABEL a=1
    `,
  },
  'the old form cannot be joined': {
    given: `
      LABEL a=1
      LABEL b two words
      ^^^^^ This LABEL continues the one above: one instruction holds them all.
    `,
  },
  'a base digest that is no longer true': {
    given: `
      FROM alpine:3.23@${digest('a')}
      LABEL org.opencontainers.image.base.digest=${digest('b')}
                                                 ${'^'.repeat(71)} This digest is not the one that FROM names: ${digest('a')}.
    `,
  },
  'a base digest that is true, or filled in by the build': {
    given: `
      FROM alpine:3.23@${digest('a')} AS x
      LABEL org.opencontainers.image.base.digest=${digest('a')}
      FROM alpine:3.23@${digest('a')}
      LABEL org.opencontainers.image.base.digest=$BASE
    `,
  },
});
