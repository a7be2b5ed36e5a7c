import rule from '#core/rules/dockerfile/healthcheck-missing.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = 'The image has no HEALTHCHECK, so the engine cannot tell a hung service from a working one.';

ruleTest(rule, {
  'the last FROM is marked': {
    given: `
      FROM node:22 AS build
      FROM node:22
      ^^^^ ${says}
      CMD ["node", "server.js"]
    `,
  },
  'with one port there is a skeleton to start from': {
    given: `
      from nginx:1.29-alpine
      ^^^^ ${says}
      expose 80/tcp
    `,
    fixed: `
      from nginx:1.29-alpine
      expose 80/tcp
      healthcheck --interval=30s --timeout=3s --start-period=10s CMD wget -q --spider http://localhost:80/ || exit 1
    `,
  },
  'with several ports the author chooses': {
    given: `
      FROM nginx:1.29-alpine
      ^^^^ ${says}
      EXPOSE 80 443
    `,
  },
  'a check, and the decision for none': {
    given: `
      FROM nginx:1.29
      HEALTHCHECK NONE
    `,
  },
  'a parent stage passes its check on': {
    given: `
      FROM nginx:1.29 AS base
      HEALTHCHECK CMD ["true"]
      FROM base
      FROM base AS last
    `,
  },
  'a check in another stage does not help': {
    given: `
      FROM nginx:1.29 AS other
      HEALTHCHECK CMD ["true"]
      FROM nginx:1.29
      ^^^^ ${says}
    `,
  },
  'images without tools cannot run one': {
    given: `
      FROM scratch
      COPY app /app
      ENTRYPOINT ["/app"]
    `,
  },
  'nor can distroless ones': {
    given: `
      FROM gcr.io/distroless/static-debian12:nonroot
      ENTRYPOINT ["/app"]
    `,
  },
  'nobody knows what a variable brings': {
    given: `
      ARG BASE
      FROM $BASE
    `,
  },
  'the engine knows that the base image has one': {
    given: `
      FROM acme/base:1
    `,
    knowledge: { image: (name) => (name === 'acme/base:1' ? { hasHealthcheck: true } : undefined) },
  },
  'hadolint wants one in every stage, or in one whose name it goes on from': {
    preset: 'hadolint',
    given: `
      FROM golang:1.25 AS build
      ^^^^ The image has no HEALTHCHECK, so the engine cannot tell a hung service from a working one.
      FROM nginx:1.29 AS base
      HEALTHCHECK NONE
      FROM base
      FROM scratch
      ^^^^ The image has no HEALTHCHECK, so the engine cannot tell a hung service from a working one.
    `,
  },
  'a piece without FROM is no image': { given: 'EXPOSE 80\n' },
});
