import rule from '#core/rules/dockerfile/healthcheck-multiple.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = 'A later HEALTHCHECK of this stage replaces this one: it is never asked.';
const repeated = 'This stage already has a HEALTHCHECK, which this one replaces.';

ruleTest(rule, {
  'all but the last go': {
    given: `
      FROM node:22
      HEALTHCHECK CMD curl localhost
      ^^^^^^^^^^^ ${says}
      HEALTHCHECK NONE
      ^^^^^^^^^^^ ${says}
      EXPOSE 80
      HEALTHCHECK --interval=5s CMD ["true"]
    `,
    fixed: `
      FROM node:22
      EXPOSE 80
      HEALTHCHECK --interval=5s CMD ["true"]
    `,
  },
  'one in every stage is fine, also where a stage replaces that of its parent': {
    given: `
      FROM node:22 AS base
      HEALTHCHECK CMD curl localhost
      FROM base
      HEALTHCHECK NONE
    `,
  },
  'continuations, comments in them and indentation go with it': {
    given: `
      FROM node:22
        healthcheck CMD curl localhost \\
        ^^^^^^^^^^^ ${says}
          # with a comment
          --verbose
      HEALTHCHECK NONE
    `,
    fixed: `
      FROM node:22
      HEALTHCHECK NONE
    `,
  },
  "what ONBUILD defers is another image's": {
    given: `
      FROM node:22
      ONBUILD HEALTHCHECK CMD curl localhost
      HEALTHCHECK NONE
    `,
  },
  'in a piece without FROM': {
    preset: 'hadolint',
    given: `
      HEALTHCHECK CMD curl localhost
      HEALTHCHECK NONE
      ^^^^^^^^^^^ ${repeated}
    `,
  },
  'hadolint marks the one that comes second': {
    preset: 'hadolint',
    given: `
      FROM node:22
      HEALTHCHECK CMD curl localhost
      HEALTHCHECK NONE
      ^^^^^^^^^^^ ${repeated}
      HEALTHCHECK --interval=5s CMD ["true"]
      ^^^^^^^^^^^ ${repeated}
      FROM node:22
      HEALTHCHECK CMD curl localhost
    `,
  },
  'BuildKit marks the one that is ignored': {
    preset: 'buildkit',
    given: `
      FROM node:22
      HEALTHCHECK CMD curl localhost
      ^^^^^^^^^^^ ${says}
      HEALTHCHECK NONE
    `,
    fixed: `
      FROM node:22
      HEALTHCHECK NONE
    `,
  },
});
