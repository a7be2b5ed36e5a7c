import rule from '#core/rules/dockerfile/empty-continuation.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = 'This empty line stands in the middle of RUN, which goes on below it.';

ruleTest(rule, {
  'the empty lines are marked and removed': {
    given: `
      FROM alpine:3.23
      RUN a && \\

      ^ ${says}
          b && \\
          # a comment is welcome

      ^ ${says}
          c
      USER 1
    `,
    fixed: `
      FROM alpine:3.23
      RUN a && \\
          b && \\
          # a comment is welcome
          c
      USER 1
    `,
  },
  'BuildKit says it once, on the last line': {
    preset: 'buildkit',
    given: `
      FROM alpine:3.23
      RUN a && \\

          b && \\

          c
      ^^^^^ ${says}
      USER 1
    `,
  },
  'nothing follows at all': {
    given: 'FROM alpine:3.23\nRUN a \\\n      ^ RUN ends with a line that is to be continued, and nothing follows.\n\n',
  },
  'BuildKit reads on to the end of the file then': {
    preset: 'buildkit',
    given: `FROM alpine:3.23\nRUN a \\\n\n# a comment\n^^^^^^^^^^^ ${says}\n`,
  },
  'a continued line at the very end has no empty line': { given: `FROM alpine:3.23\nRUN a \\\n` },
  'an escaped escape continues nothing': {
    given: `
      FROM alpine:3.23
      RUN a \\\\

      USER 1
    `,
  },
  'a heredoc may hold empty lines': {
    given: `
      FROM alpine:3.23
      RUN <<EOF

      a

      EOF
    `,
  },
  'before a heredoc': {
    given: `
      FROM alpine:3.23
      RUN --mount=type=tmpfs,target=/t \\

      ^ ${says}
        <<EOF

      a
      EOF
    `,
    fixed: `
      FROM alpine:3.23
      RUN --mount=type=tmpfs,target=/t \\
        <<EOF

      a
      EOF
    `,
  },
  'a fragment, and the escape of Windows': {
    given: '# escape=`\nRUN a `\n\n^ This empty line stands in the middle of RUN, which goes on below it.\n  b',
    fixed: '# escape=`\nRUN a `\n  b',
  },
});
