import rule from '#core/rules/dockerfile/base-image-latest.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (tag: string) =>
  `\`${tag}\` is a moving tag: the next build may get another image. Name a version or add a digest.`;

ruleTest(rule, {
  'the tag is marked, not the name': {
    given: `
      FROM registry.example.org:5000/acme/node:latest AS build
                                               ^^^^^^ ${says('latest')}
    `,
  },
  'a digest makes it exact': {
    given: `
      FROM node:latest@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    `,
  },
  'channels move as well': {
    given: `
      FROM node:lts-alpine
                ^^^^^^^^^^ ${says('lts-alpine')}
      FROM alpine:edge
                  ^^^^ ${says('edge')}
      FROM nginx:stable
                 ^^^^^^ ${says('stable')}
    `,
  },
  'a version that contains such a word is a version': {
    given: `
      FROM acme/app:1.2-stable
      FROM debian:12-slim
      FROM acme/latest:4
    `,
  },
  'a stage that is called latest is none': {
    given: `
      FROM node:22 AS latest
      FROM latest
    `,
  },
  'copies and mounts from an image count': {
    given: `
      FROM python:3.13
      COPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/
                                       ^^^^^^ ${says('latest')}
      RUN --mount=type=bind,from=acme/tools:latest,target=/tools /tools/run
                                            ^^^^^^ ${says('latest')}
      COPY --from=ghcr.io/astral-sh/uv:0.9 /uv /bin/
      COPY --from=build:latest@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa /a /b
    `,
  },
  'the default of an ARG is what most people build': {
    given: `
      ARG TAG=latest
      FROM node:\${TAG}
           ^^^^^^^^^^^ ${says('latest')}
    `,
  },
  'an ARG without default says nothing': {
    given: `
      ARG TAG
      FROM node:\${TAG}
    `,
  },
  'a default inside the name': {
    given: `
      ARG TAG
      FROM debian:\${TAG:-latest}
           ^^^^^^^^^^^^^^^^^^^^^ \`latest\` is a moving tag: the next build may get another image. Name a version or add a digest.
    `,
  },
  'hadolint minds `latest` alone, written out behind FROM': {
    preset: 'hadolint',
    given: `
      ARG TAG=latest
      FROM node:latest
                ^^^^^^ ${says('latest')}
      FROM node:lts
      FROM node:$TAG
      FROM node:latest@sha256:${'a'.repeat(64)}
      COPY --from=acme/tools:latest /t /t
    `,
  },
});
