import rule from '#core/rules/dockerfile/base-image-untagged.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (image: string) =>
  `\`${image}\` names no version: the builder takes \`latest\`, whatever that is on the day of the build.`;

ruleTest(rule, {
  'a name alone is flagged': {
    given: `
      FROM debian
           ^^^^^^ ${says('debian')}
      RUN true
    `,
  },
  'lower case, a platform and a stage name do not hide it': {
    given: `
      from --platform=$BUILDPLATFORM ghcr.io/acme/base as build
                                     ^^^^^^^^^^^^^^^^^ ${says('ghcr.io/acme/base')}
    `,
  },
  'the port of a registry is no tag': {
    given: `
      FROM localhost:5000/tools/node
           ^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('localhost:5000/tools/node')}
    `,
  },
  'a tag, a digest and scratch are fine': {
    given: `
      FROM debian:12
      FROM debian@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      FROM localhost:5000/tools/node:22
      FROM scratch
    `,
  },
  'an earlier stage is no image, whatever the case of its name': {
    given: `
      FROM debian:12 AS Build
      FROM build
    `,
  },
  'the default of a global ARG is looked into': {
    given: `
      ARG PINNED=alpine:3.22
      ARG BARE=alpine
      FROM $PINNED
      FROM \${BARE}
           ^^^^^^^ ${says('alpine')}
    `,
  },
  'a version that comes from an ARG is a version': {
    given: `
      ARG NODE_VERSION=22.21
      FROM node:\${NODE_VERSION}-alpine
      FROM node:\${OTHER:-20}
    `,
  },
  'nobody knows what an ARG without a value holds': {
    given: `
      ARG BASE
      FROM $BASE
      FROM node:$TAG
    `,
  },
  'an image that only a copy names may be a build context': {
    given: `
      FROM alpine:3.22
      COPY --from=assets /a /b
    `,
  },
  'the local engine knows which version that is': {
    given: `
      FROM node AS build
           ^^^^ ${says('node')}
    `,
    fixed: `
      FROM node:22.21.1 AS build
    `,
    knowledge: {
      image: (name) =>
        name === 'node' ? { repoTags: ['node:latest', 'node:22', 'node:22.21.1', 'other:22.21.1-alpine'] } : undefined,
    },
  },
  'a default inside the name': {
    given: `
      ARG BASE
      ARG REGISTRY
      FROM \${BASE:-debian}
           ^^^^^^^^^^^^^^^ \`debian\` names no version: the builder takes \`latest\`, whatever that is on the day of the build.
      FROM \${BASE:-debian:12}
      FROM \${BASE:-debian}-$REGISTRY
    `,
  },
  'hadolint reads the text, and tells names by their case': {
    preset: 'hadolint',
    given: `
      ARG BASE=debian
      FROM $BASE AS Build
      FROM Build
      FROM build
           ^^^^^ ${says('build')}
      FROM acme/\${BASE}
           ^^^^^^^^^^^^ ${says('acme/debian')}
      FROM acme/$WHICH
           ^^^^^^^^^^^ ${says('acme/$WHICH')}
      FROM node:$TAG
      FROM scratch
    `,
  },
});
