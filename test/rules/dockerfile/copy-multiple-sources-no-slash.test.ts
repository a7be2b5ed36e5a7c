import rule from '#core/rules/dockerfile/copy-multiple-sources-no-slash.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (path: string): string => `Several files are copied, so \`${path}\` is a folder: end it with a slash.`;

ruleTest(rule, {
  'COPY and ADD, with and without quotes': {
    given: `
      FROM alpine:3.23
      COPY --chown=1000 a b /app
                            ^^^^ ${says('/app')}
      ADD a b "/my_app"
              ^^^^^^^^^ ${says('/my_app')}
    `,
    fixed: `
      FROM alpine:3.23
      COPY --chown=1000 a b /app/
      ADD a b "/my_app/"
    `,
  },
  'the JSON form, continued lines, ONBUILD and a piece of a file': {
    given: `
      COPY ["a", "b", "/my app"]
                      ^^^^^^^^^ ${says('/my app')}
      ONBUILD COPY a \\
        # the second one
        b /app
          ^^^^ ${says('/app')}
    `,
    fixed: `
      COPY ["a", "b", "/my app/"]
      ONBUILD COPY a \\
        # the second one
        b /app/
    `,
  },
  'a heredoc is a source too': {
    given: `
      FROM alpine:3.23
      COPY <<A <<B /etc
                   ^^^^ ${says('/etc')}
      1
      A
      2
      B
    `,
    fixed: `
      FROM alpine:3.23
      COPY <<A <<B /etc/
      1
      A
      2
      B
    `,
  },
  'one source, a slash, a dot and a variable that may end with one': {
    given: `
      FROM alpine:3.23
      ARG DIR
      ENV HOME_DIR=/home/app/
      COPY a /app
      COPY a b /app/
      COPY package.json package-lock.json .
      COPY a b ./
      COPY a b $DIR
      COPY a b \${HOME_DIR}
    `,
  },
  'a variable that is known not to end with one': {
    given: `
      FROM alpine:3.23
      ENV DIR=/app
      COPY a b $DIR
               ^^^^ ${says('$DIR')}
    `,
    fixed: `
      FROM alpine:3.23
      ENV DIR=/app
      COPY a b $DIR/
    `,
  },
  'hadolint counts dots and variables as well, and leaves ADD alone': {
    given: `
      FROM alpine:3.23
      COPY a b .
               ^ ${says('.')}
      COPY a b $DIR
               ^^^^ ${says('$DIR')}
      ADD a b /app
    `,
    preset: 'hadolint',
  },
  'Windows paths': {
    given: `
      # escape=\`
      FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
      COPY a b C:\\app\\
    `,
  },
});
