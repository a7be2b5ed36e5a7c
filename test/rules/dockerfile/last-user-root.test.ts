import rule from '#core/rules/dockerfile/last-user-root.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = 'The image runs as root: this is the last USER of the stage that is shipped.';

ruleTest(rule, {
  'root was left standing': {
    given: `
      FROM node:22
      USER node
      USER root
           ^^^^ ${says}
      RUN apt-get update
      CMD ["node"]
    `,
    fixed: `
      FROM node:22
      USER node
      USER root
      RUN apt-get update
      USER node
      CMD ["node"]
    `,
  },
  'every way to write root': {
    given: `
      FROM debian:12
      user 0
           ^ ${says}
    `,
  },
  'with a group': { given: 'FROM debian:12\nUSER 0:1000\n     ^^^^^^ ' + says + '\n' },
  'with several zeros': { given: 'FROM debian:12\nUSER 00\n     ^^ ' + says + '\n' },
  'the root group alone is not root': { given: 'FROM debian:12\nUSER 1000:0\n' },
  'a user whose name begins with root': { given: 'FROM debian:12\nUSER rootless\n' },
  'the file creates a user that nobody uses': {
    given: `
      FROM alpine:3.22
      RUN adduser -D -u 1000 app
      USER root:root
           ^^^^^^^^^ ${says}
    `,
    fixed: `
      FROM alpine:3.22
      RUN adduser -D -u 1000 app
      USER root:root
      USER app
    `,
  },
  'root in a stage that is not shipped is needed': {
    given: `
      FROM node:22 AS build
      USER root
      FROM node:22
      USER node
    `,
  },
  'root, and then not': {
    given: `
      FROM node:22
      USER root
      RUN apt-get update
      USER 1000:1000
    `,
  },
  'a parent stage ends as root': {
    given: `
      FROM node:22 AS base
      USER root
           ^^^^ ${says}
      FROM base
      CMD ["node"]
    `,
  },
  'a variable with a default': {
    given: `
      FROM node:22
      ARG APP_USER=root
      USER \${APP_USER}
           ^^^^^^^^^^^ The image runs as root: \`\${APP_USER}\` is \`root\` unless somebody sets it.
    `,
  },
  'a variable that another default makes harmless, or nobody knows': {
    given: `
      FROM node:22
      ARG UID=1000
      USER $UID:0
    `,
  },
  'a variable without a value': {
    given: `
      FROM node:22
      ARG APP_USER
      USER $APP_USER
    `,
  },
  'ENV wins over ARG': {
    given: `
      FROM node:22
      ARG APP_USER=root
      ENV APP_USER=node
      USER $APP_USER
    `,
  },
  'the entrypoint leaves root by itself': {
    given: `
      FROM debian:12
      USER root
      ENTRYPOINT ["/sbin/tini", "--", "su-exec", "app"]
    `,
  },
  'a default inside the name': {
    given: `
      FROM debian:12
      ARG RUN_AS
      USER \${RUN_AS:-root}
           ^^^^^^^^^^^^^^^ The image runs as root: \`\${RUN_AS:-root}\` is \`root\` unless somebody sets it.
    `,
  },
  'in a piece without FROM': {
    given: `
      USER root
      RUN apt-get update
      USER 0
           ^ ${says}
    `,
  },
  'hadolint looks at every stage, and at what is written': {
    preset: 'hadolint',
    given: `
      FROM debian:12 AS build
      USER root:app
           ^^^^^^^^ This stage ends as root: this is its last USER.
      FROM scratch AS files
      USER 0
           ^ This stage ends as root: this is its last USER.
      FROM debian:12 AS done
      USER root
      USER app
      FROM debian:12
      ARG USER=root
      USER 00
      USER $USER
    `,
  },
  'hadolint says nothing of a piece without FROM': { preset: 'hadolint', given: 'USER root\n' },
});
