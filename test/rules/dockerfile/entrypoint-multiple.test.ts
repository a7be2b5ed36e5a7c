import rule from '#core/rules/dockerfile/entrypoint-multiple.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = 'A later ENTRYPOINT of this stage replaces this one: it never starts.';
const repeated = 'This stage already has an ENTRYPOINT, which this one replaces.';

ruleTest(rule, {
  'all but the last go': {
    given: `
      FROM node:22
      ENTRYPOINT ["tini", "--"]
      ^^^^^^^^^^ ${says}
      ENTRYPOINT node server.js
      ^^^^^^^^^^ ${says}
      EXPOSE 80
      ENTRYPOINT ["node"]
    `,
    fixed: `
      FROM node:22
      EXPOSE 80
      ENTRYPOINT ["node"]
    `,
  },
  'one in every stage is fine, also where a stage replaces that of its parent': {
    given: `
      FROM node:22 AS base
      ENTRYPOINT ["tini", "--"]
      FROM base
      ENTRYPOINT node server.js
    `,
  },
  'continuations, comments in them and indentation go with it': {
    given: `
      FROM node:22
        entrypoint node server.js \\
        ^^^^^^^^^^ ${says}
          # with a comment
          --verbose
      ENTRYPOINT node server.js
    `,
    fixed: `
      FROM node:22
      ENTRYPOINT node server.js
    `,
  },
  "what ONBUILD defers is another image's": {
    given: `
      FROM node:22
      ONBUILD ENTRYPOINT ["tini", "--"]
      ENTRYPOINT node server.js
    `,
  },
  'in a piece without FROM': {
    preset: 'hadolint',
    given: `
      ENTRYPOINT ["tini", "--"]
      ENTRYPOINT node server.js
      ^^^^^^^^^^ ${repeated}
    `,
  },
  'hadolint marks the one that comes second': {
    preset: 'hadolint',
    given: `
      FROM node:22
      ENTRYPOINT ["tini", "--"]
      ENTRYPOINT node server.js
      ^^^^^^^^^^ ${repeated}
      ENTRYPOINT ["node"]
      ^^^^^^^^^^ ${repeated}
      FROM node:22
      ENTRYPOINT ["tini", "--"]
    `,
  },
  'BuildKit marks the one that is ignored': {
    preset: 'buildkit',
    given: `
      FROM node:22
      ENTRYPOINT ["tini", "--"]
      ^^^^^^^^^^ ${says}
      ENTRYPOINT node server.js
    `,
    fixed: `
      FROM node:22
      ENTRYPOINT node server.js
    `,
  },
});
