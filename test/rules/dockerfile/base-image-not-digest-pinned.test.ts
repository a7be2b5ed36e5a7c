import rule from '#core/rules/dockerfile/base-image-not-digest-pinned.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (image: string) =>
  `\`${image}\` can be moved to another image by its owner: add the digest behind the tag.`;
const digest = `sha256:${'a'.repeat(64)}`;
const engine = (...repoDigests: readonly string[]) => ({ image: () => ({ repoDigests }) });

ruleTest(rule, {
  'a file that pins its other images': {
    given: `
      FROM golang:1.25@${digest} AS go
      FROM node:22.21-alpine AS build
           ^^^^^^^^^^^^^^^^^ ${says('node:22.21-alpine')}
      FROM --platform=linux/amd64 registry.example.org:5000/acme/app:1
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('registry.example.org:5000/acme/app:1')}
    `,
  },
  'without a registry nobody knows the digest of a tag alone': {
    given: `
      FROM node:22.21-alpine AS build
      FROM alpine:3.23
    `,
  },
  'the engine knows the digest': {
    knowledge: engine(`other@sha256:${'b'.repeat(64)}`, `node@${digest}`),
    given: `
      FROM node:22 AS build
           ^^^^^^^ ${says('node:22')}
    `,
    fixed: `
      FROM node:22@${digest} AS build
    `,
  },
  'its name may be written in full': {
    knowledge: engine(`docker.io/library/node@${digest}`),
    given: `
      FROM \\
        node:22
        ^^^^^^^ ${says('node:22')}
    `,
    fixed: `
      FROM \\
        node:22@${digest}
    `,
  },
  'a digest of another repository is of no use': {
    knowledge: engine(`acme/node@${digest}`),
    given: `
      FROM node:22
    `,
  },
  'a name that comes from a variable is changed there': {
    given: `
      ARG TAG=22
      FROM alpine:3.23@${digest}
      FROM node:$TAG
           ^^^^^^^^^ ${says('node:22')}
    `,
  },
  'pinned, empty, without a tag, and stages': {
    given: `
      FROM node:22@${digest} AS build
      FROM build
      FROM scratch
      FROM node
    `,
  },
});
