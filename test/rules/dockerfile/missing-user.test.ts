import type { ImageFacts } from '#core';
import rule from '#core/rules/dockerfile/missing-user.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (image: string) => `No USER is set, so the container runs as root unless \`${image}\` sets one.`;
const scratch = 'No USER is set, so the container runs as root.';
const known = (facts: ImageFacts) => ({ image: (name: string) => (name === 'acme/base:1' ? facts : undefined) });

ruleTest(rule, {
  'the user that an image brings is offered': {
    given: `
      FROM node:22
           ^^^^^^^ ${says('node:22')}
      COPY . .
      CMD ["node", "server.js"]
    `,
    fixed: `
      FROM node:22
      COPY . .
      USER node
      CMD ["node", "server.js"]
    `,
  },
  'a user that the file creates is offered': {
    given: `
      FROM debian:12
           ^^^^^^^^^ ${says('debian:12')}
      RUN groupadd -r app && useradd --no-log-init -r -g app app
      WORKDIR /app
      ENV A=1
      CMD ["/app/run"]
    `,
    fixed: `
      FROM debian:12
      RUN groupadd -r app && useradd --no-log-init -r -g app app
      WORKDIR /app
      USER app
      ENV A=1
      CMD ["/app/run"]
    `,
  },
  'a number works everywhere': {
    given: `
      from alpine:3.22
           ^^^^^^^^^^^ ${says('alpine:3.22')}
      run apk add --no-cache curl
    `,
    fixed: `
      from alpine:3.22
      run apk add --no-cache curl
      user 10001:10001
    `,
  },
  'only the last stage is shipped': {
    given: `
      FROM golang:1.25 AS build
      RUN go build -o /app
      FROM alpine:3.22
      COPY --from=build /app /app
      USER 1000
    `,
  },
  'a USER in another stage does not help': {
    given: `
      FROM node:22 AS build
      USER node
      FROM scratch
           ^^^^^^^ ${scratch}
      COPY --from=build /app /app
      ENTRYPOINT ["/app"]
    `,
    fixed: `
      FROM node:22 AS build
      USER node
      FROM scratch
      COPY --from=build /app /app
      USER 10001:10001
      ENTRYPOINT ["/app"]
    `,
  },
  'a USER of a parent stage is inherited': {
    given: `
      FROM node:22 AS base
      USER node
      FROM base
      CMD ["node"]
    `,
  },
  'a stage that only hands out files runs nothing': {
    given: `
      FROM golang:1.25 AS build
      RUN go build -o /app
      FROM scratch
      COPY --from=build /app /
    `,
  },
  'a line that goes on would swallow the fix': {
    given: `
      FROM alpine:3.22
           ^^^^^^^^^^^ ${says('alpine:3.22')}
      RUN true \\
    `,
  },
  'so would a heredoc without an end': {
    given: `
      FROM alpine:3.22
           ^^^^^^^^^^^ ${says('alpine:3.22')}
      RUN <<EOF
      true
    `,
  },
  'distroless nonroot': { given: 'FROM gcr.io/distroless/static-debian12:nonroot\n' },
  'distroless root': {
    given: `
      FROM gcr.io/distroless/static-debian12
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('gcr.io/distroless/static-debian12')}
    `,
    fixed: `
      FROM gcr.io/distroless/static-debian12
      USER 10001:10001
    `,
  },
  chainguard: { given: 'FROM cgr.dev/chainguard/node:latest\n' },
  bitnami: { given: 'FROM docker.io/bitnami/redis:8.0\n' },
  'nginx-unprivileged': { given: 'FROM nginxinc/nginx-unprivileged:1.29\n' },
  'images whose entrypoint leaves root': { given: 'FROM postgres:17\nCOPY init.sql /docker-entrypoint-initdb.d/\n' },
  'with another entrypoint they stay root': {
    given: `
      FROM redis:8
           ^^^^^^^ ${says('redis:8')}
      ENTRYPOINT ["redis-server"]
    `,
    fixed: `
      FROM redis:8
      USER 10001:10001
      ENTRYPOINT ["redis-server"]
    `,
  },
  'an entrypoint that changes the user itself': {
    given: `
      FROM debian:12
      ENTRYPOINT ["gosu", "app", "/app/run"]
    `,
  },
  'nobody knows what a variable brings': { given: 'ARG BASE\nFROM $BASE\n' },
  'the engine knows an ordinary user': { given: 'FROM acme/base:1\n', knowledge: known({ user: '1000' }) },
  'the engine knows that it is root': {
    given: `
      FROM acme/base:1
           ^^^^^^^^^^^ No USER is set and \`acme/base:1\` runs as root.
    `,
    fixed: `
      FROM acme/base:1
      USER 10001:10001
    `,
    knowledge: known({ user: '' }),
  },
  'a piece without FROM may belong to an image that sets one': { given: 'COPY app /srv/\nCMD ["/srv/app"]\n' },
});
