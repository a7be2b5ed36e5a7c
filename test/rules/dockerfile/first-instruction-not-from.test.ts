import rule from '#core/rules/dockerfile/first-instruction-not-from.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (keyword: string) => `${keyword} stands before the first FROM; only ARG may.`;

ruleTest(rule, {
  'each instruction above the first FROM': {
    given: `
      # a comment
      ARG TAG=3.23
      RUN date
      ^^^ ${says('RUN')}
      ENV a=b
      ^^^ ${says('ENV')}
      FROM alpine:$TAG
      RUN date
    `,
  },
  'a piece of a file': {
    given: `
      copy a b
      ^^^^ ${says('COPY')}
    `,
  },
  'behind a continuation': {
    given: `
      RUN a \\
      ^^^ ${says('RUN')}
        b
      FROM alpine:3.23
    `,
  },
  'every preset says so': {
    preset: 'buildkit',
    given: `
      USER 1
      ^^^^ ${says('USER')}
      FROM alpine:3.23
    `,
  },
  'arguments and directives may': {
    given: `
      # syntax=docker/dockerfile:1
      ARG A
      ARG B=1
      FROM alpine:$B
    `,
  },
  'an unknown word is another matter': { given: `NOPE\nFROM alpine:3.23` },
});
