import rule from '#core/rules/dockerfile/from-as-casing.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'AS follows FROM': {
    given: `
      FROM alpine:3.23 as a
                       ^^ \`as\` and \`FROM\` are written differently.
      from alpine:3.23 AS b
                       ^^ \`AS\` and \`from\` are written differently.
      FROM alpine:3.23 As c
                       ^^ \`As\` and \`FROM\` are written differently.
    `,
    fixed: `
      FROM alpine:3.23 AS a
      from alpine:3.23 AS b
      FROM alpine:3.23 AS c
    `,
  },
  'in a file of lower case': {
    given: `
      from alpine:3.23 AS a
                       ^^ \`AS\` and \`from\` are written differently.
      run true
    `,
    fixed: `
      from alpine:3.23 as a
      run true
    `,
  },
  'alike is fine': {
    given: `
      FROM alpine:3.23 AS a
      from alpine:3.23 as b
    `,
  },
  'a FROM of mixed case is a matter of its own': {
    given: `
      From alpine:3.23 as a
      From alpine:3.23 AS b
    `,
  },
  'flags and continuations': {
    given: `
      FROM --platform=$BUILDPLATFORM alpine:3.23 \\
        # why
        as a
        ^^ \`as\` and \`FROM\` are written differently.
    `,
    fixed: `
      FROM --platform=$BUILDPLATFORM alpine:3.23 \\
        # why
        AS a
    `,
  },
  'BuildKit names the first line': {
    preset: 'buildkit',
    given: `
      FROM alpine:3.23 \\
      ^^^^ \`as\` and \`FROM\` are written differently.
        as a
    `,
    fixed: `
      FROM alpine:3.23 \\
        AS a
    `,
  },
  'a line that cannot be read': { given: `FROM alpine:3.23 is a` },
});
