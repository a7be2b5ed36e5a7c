import rule from '#core/rules/dockerfile/copy-after-user-without-chown.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (user: string) =>
  `USER does not change whose copies these are: they belong to root, and \`${user}\` can only read them.`;

ruleTest(rule, {
  'behind USER, until it is root again': {
    given: `
      FROM node:22
      COPY a /a
      USER node
      COPY a /a
      ^^^^ ${says('node')}
      ADD --link b.tar /b
      ^^^ ${says('node')}
      USER root
      COPY c /c
      USER 0:0
      COPY c /c
    `,
    fixed: `
      FROM node:22
      COPY a /a
      USER node
      COPY --chown=node a /a
      ADD --chown=node --link b.tar /b
      USER root
      COPY c /c
      USER 0:0
      COPY c /c
    `,
  },
  'the user of a parent stage counts, a new stage begins anew': {
    given: `
      FROM node:22 AS base
      USER 1000:1000
      FROM base
      COPY a /a
      ^^^^ ${says('1000:1000')}
      FROM node:22
      COPY a /a
    `,
    fixed: `
      FROM node:22 AS base
      USER 1000:1000
      FROM base
      COPY --chown=1000:1000 a /a
      FROM node:22
      COPY a /a
    `,
  },
  'an owner is named, or a step gives them away': {
    given: `
      FROM node:22
      USER node
      COPY --chown=node:node a /a
      COPY app.conf /etc/app/
      COPY ["start.sh", "/usr/local/bin/"]
      FROM node:22
      USER node
      COPY a /a
      USER root
      RUN chown -R node /a
    `,
  },
  'a variable is passed on': {
    given: `
      FROM node:22
      ARG APP
      USER $APP
      COPY a /a
      ^^^^ ${says('$APP')}
    `,
    fixed: `
      FROM node:22
      ARG APP
      USER $APP
      COPY --chown=$APP a /a
    `,
  },
  'Windows has no such owners': {
    given: `
      FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
      USER ContainerUser
      COPY a /a
    `,
  },
  'in a piece without FROM': {
    given: `
      USER app
      COPY . .
      ^^^^ ${says('app')}
    `,
    fixed: `
      USER app
      COPY --chown=app . .
    `,
  },
});
