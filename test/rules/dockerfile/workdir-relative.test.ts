import rule from '#core/rules/dockerfile/workdir-relative.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (path: string) =>
  `\`${path}\` is relative to a directory that the base image decides: start it with a slash.`;

ruleTest(rule, {
  'the path gets its slash': {
    given: `
      FROM node:22
      WORKDIR app
              ^^^ ${says('app')}
    `,
    fixed: `
      FROM node:22
      WORKDIR /app
    `,
  },
  'only the first one counts, as for BuildKit': {
    given: `
      FROM node:22
      workdir srv
              ^^^ ${says('srv')}
      WORKDIR app
      WORKDIR src
    `,
    fixed: `
      FROM node:22
      workdir /srv
      WORKDIR app
      WORKDIR src
    `,
  },
  'below an absolute path a relative one is fine, in child stages too': {
    given: `
      FROM node:22 AS base
      WORKDIR /srv
      WORKDIR app
      FROM base
      WORKDIR src
    `,
  },
  'another stage starts again': {
    given: `
      FROM node:22 AS base
      WORKDIR /srv
      FROM node:22
      WORKDIR app
              ^^^ ${says('app')}
    `,
    fixed: `
      FROM node:22 AS base
      WORKDIR /srv
      FROM node:22
      WORKDIR /app
    `,
  },
  'the engine knows where the base image stands': {
    given: `
      FROM acme/base:1
      WORKDIR app
              ^^^ ${says('app')}
    `,
    fixed: `
      FROM acme/base:1
      WORKDIR /srv/app
    `,
    knowledge: { image: (name) => (name === 'acme/base:1' ? { workingDir: '/srv' } : undefined) },
  },
  'a known variable is filled in': {
    given: `
      ARG ROOT=/opt
      FROM node:22
      ARG ROOT
      ENV APP=app
      WORKDIR $ROOT/$APP
      FROM node:22
      ENV APP=app
      WORKDIR \${APP}/src
              ^^^^^^^^^^ ${says('app/src')}
    `,
  },
  'an unknown one is not judged': {
    given: `
      FROM node:22
      ARG DIR
      WORKDIR $DIR
      FROM node:22
      WORKDIR $HOME/app
      FROM node:22
      WORKDIR \${LAMBDA_TASK_ROOT}
    `,
  },
  'a dot, two dots and a tilde have no safe fix': {
    given: `
      FROM node:22
      WORKDIR .
              ^ ${says('.')}
      FROM node:22
      WORKDIR ../app
              ^^^^^^ ${says('../app')}
      FROM node:22
      WORKDIR ~/app
              ^^^^^ \`~\` is a directory of that name here, not the home directory: write the whole path.
    `,
  },
  'quotes stay around the path': {
    given: `
      FROM node:22
      WORKDIR "my app"
              ^^^^^^^^ ${says('my app')}
    `,
    fixed: `
      FROM node:22
      WORKDIR "/my app"
    `,
  },
  'a drive letter is absolute on Windows': {
    given: `
      # escape=\`
      FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
      WORKDIR C:\\app
    `,
  },
  'and relative anywhere else': {
    given: `
      FROM alpine:3.22
      WORKDIR c:/app
              ^^^^^^ ${says('c:/app')}
    `,
    fixed: `
      FROM alpine:3.22
      WORKDIR /c:/app
    `,
  },
  'what ONBUILD defers is not judged here, as for BuildKit': {
    given: `
      FROM node:22
      ONBUILD WORKDIR app
    `,
  },
  'BuildKit knows no Windows that is not named, and no build arguments': {
    preset: 'buildkit',
    given: `
      # escape=\`
      FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
      WORKDIR C:/app
              ^^^^^^ \`C:/app\` is relative to a directory that the base image decides: start it with a slash.
      FROM --platform=windows/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2022
      WORKDIR C:/app
      FROM debian:12
      ARG HOME_DIR
      WORKDIR $HOME_DIR
              ^^^^^^^^^ \`$HOME_DIR\` is relative to a directory that the base image decides: start it with a slash.
      FROM debian:12
      ARG HOME_DIR
      WORKDIR /srv/$HOME_DIR
      WORKDIR sub
      FROM debian:12
      WORKDIR $UNKNOWN
    `,
  },
  'hadolint wants each of them absolute': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      WORKDIR /srv
      WORKDIR app
              ^^^ \`app\` is relative to a directory that the base image decides: start it with a slash.
    `,
  },
  'hadolint goes by what is written': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      ENV DIR=app
      WORKDIR $DIR
      WORKDIR app/$DIR
              ^^^^^^^^ \`app/$DIR\` is relative to a directory that the base image decides: start it with a slash.
      WORKDIR C:/app
      WORKDIR "/a b"
      ONBUILD WORKDIR app
    `,
  },
  'in a piece without FROM': {
    given: `
      WORKDIR app
              ^^^ \`app\` is relative to a directory that the base image decides: start it with a slash.
      WORKDIR lib
    `,
    fixed: `
      WORKDIR /app
      WORKDIR lib
    `,
  },
});
