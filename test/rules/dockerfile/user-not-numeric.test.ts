import rule from '#core/rules/dockerfile/user-not-numeric.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const named = (user: string) =>
  `Kubernetes cannot see that \`${user}\` is not root (\`runAsNonRoot\`): write its number.`;
const unknown = (user: string) => `This image has no list of users, so nobody knows \`${user}\`: write a number.`;

ruleTest(rule, {
  'the last one, with the number that this file gave it': {
    given: `
      FROM debian:12
      RUN groupadd -g 20 app && useradd --system -mu 10001 -g app app
      USER other
      USER app:app
           ^^^^^^^ ${named('app')}
    `,
    fixed: `
      FROM debian:12
      RUN groupadd -g 20 app && useradd --system -mu 10001 -g app app
      USER other
      USER 10001:app
    `,
  },
  'BusyBox and long options': {
    given: `
      FROM alpine:3.23 AS base
      RUN <<EOF
      adduser -D -h /srv --uid=1234 app
      EOF
      FROM base
      USER app
           ^^^ ${named('app')}
    `,
    fixed: `
      FROM alpine:3.23 AS base
      RUN <<EOF
      adduser -D -h /srv --uid=1234 app
      EOF
      FROM base
      USER 1234
    `,
  },
  'without a number in the file there is nothing to offer': {
    given: `
      FROM node:22
      RUN adduser node docker && useradd -r node
      USER node
           ^^^^ ${named('node')}
    `,
  },
  'numbers, root, variables, builder stages, Windows': {
    given: `
      FROM debian:12 AS build
      USER app
      FROM debian:12 AS b
      USER 1000:app
      FROM debian:12 AS c
      USER root
      FROM debian:12
      USER $APP
    `,
  },
  'Windows knows no numbers': {
    given: `
      FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
      USER ContainerUser
    `,
  },
  'from scratch nobody knows the name': {
    given: `
      FROM scratch
      COPY app /
      USER app
           ^^^ ${unknown('app')}
    `,
  },
  'a copied passwd knows it': {
    given: `
      FROM scratch
      COPY --from=build /etc/passwd /etc/passwd
      USER app
           ^^^ ${named('app')}
    `,
  },
  'in a piece without FROM': {
    given: `
      USER app
           ^^^ ${named('app')}
    `,
  },
  'hadolint wants a number everywhere': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      USER root
           ^^^^ ${named('root')}
      USER 1000:app
      USER $APP
           ^^^^ ${named('$APP')}
      ONBUILD USER app
      FROM debian:12
      USER 0
    `,
  },
});
