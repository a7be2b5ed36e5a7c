import rule from '#core/rules/dockerfile/copy-relative-without-workdir.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (path: string): string => `No WORKDIR is set, so the base image decides where \`${path}\` is.`;
const knows = (workingDir: string) => ({ image: () => ({ workingDir }) });

ruleTest(rule, {
  'the first copy offers a WORKDIR': {
    given: `
      FROM alpine:3.23
      COPY --chown=1000 a bin/
                          ^^^^ ${says('bin/')}
      COPY ["b", "."]
                 ^^^ ${says('.')}
      ADD c c
            ^ ${says('c')}
    `,
    fixed: `
      FROM alpine:3.23
      WORKDIR /app
      COPY --chown=1000 a bin/
      COPY ["b", "."]
      ADD c c
    `,
  },
  'a WORKDIR above, or in the stage below, whatever it is': {
    given: `
      FROM alpine:3.23 AS base
      WORKDIR app
      COPY a .
      FROM base
      COPY a .
    `,
  },
  'a WORKDIR behind it, or in another stage, does not help': {
    given: `
      FROM alpine:3.23
      WORKDIR /app
      FROM alpine:3.23
      copy a .
             ^ ${says('.')}
      WORKDIR /app
      COPY a .
    `,
    fixed: `
      FROM alpine:3.23
      WORKDIR /app
      FROM alpine:3.23
      workdir /app
      copy a .
      WORKDIR /app
      COPY a .
    `,
  },
  'whole paths, variables and Windows drives': {
    given: `
      FROM alpine:3.23
      COPY a /app
      COPY a "/app"
      COPY ["a", "/my app"]
      COPY a $DIR/
      COPY a "\${DIR}"
      COPY a C:\\app
      COPY a c:/app
      COPY <<EOF /etc/motd
      COPY a .
      EOF
    `,
  },
  'behind ONBUILD another image decides': {
    given: `
      FROM alpine:3.23
      ONBUILD COPY . .
    `,
  },
  'a piece of a file': {
    given: `
      COPY a .
             ^ ${says('.')}
    `,
  },
  'an image that the engine knows to have a WORKDIR': {
    given: `
      FROM node:22.21
      COPY . .
    `,
    knowledge: knows('/home/node/app'),
  },
  'an image that the engine knows to have none': {
    given: `
      FROM alpine:3.23
      COPY . .
             ^ ${says('.')}
    `,
    fixed: `
      FROM alpine:3.23
      WORKDIR /app
      COPY . .
    `,
    knowledge: knows('/'),
  },
  'hadolint leaves ADD alone': {
    given: `
      FROM alpine:3.23
      ADD a .
      COPY a .
             ^ ${says('.')}
    `,
    fixed: `
      FROM alpine:3.23
      ADD a .
      WORKDIR /app
      COPY a .
    `,
    preset: 'hadolint',
  },
});
