import rule from '#core/rules/dockerfile/stage-name-duplicate.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (name: string) =>
  `Another stage is called \`${name}\` already: which of the two a copy takes is a matter of luck.`;

ruleTest(rule, {
  'the second one is marked': {
    given: `
      FROM golang:1.25 AS build
      FROM --platform=linux/arm64 node:22 as build
                                             ^^^^^ ${says('build')}
    `,
  },
  'case makes no difference to the builder': {
    given: `
      FROM golang:1.25 AS Build
      FROM node:22 AS build
                      ^^^^^ ${says('build')}
    `,
  },
  'hadolint compares with case': {
    preset: 'hadolint',
    given: `
      FROM golang:1.25 AS Build
      FROM node:22 AS build
      FROM node:22 AS build
                      ^^^^^ ${says('build')}
    `,
  },
  'every further one is marked': {
    given: `
      FROM a:1 AS x
      FROM b:1 AS x
                  ^ ${says('x')}
      FROM c:1 AS x
                  ^ ${says('x')}
    `,
  },
  'BuildKit names the first line': {
    preset: 'buildkit',
    given: `
      FROM a:1 AS x
      FROM b:1 \\
      ^^^^ ${says('x')}
        AS x
    `,
  },
  'stages without a name, and a base of that name, are fine': {
    given: `
      FROM node:22
      FROM node:22
      FROM node:22 AS node
      FROM node
    `,
  },
  'nothing to say of a fragment': { given: `RUN echo AS x AS x` },
});
