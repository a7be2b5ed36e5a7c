import rule from '#core/rules/dockerignore/shadowed-pattern.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'what an earlier pattern covers': {
    given: `
      node_modules
      *.log
      node_modules/.cache
      ^^^^^^^^^^^^^^^^^^^ Line 1 covers this already: \`node_modules\`.
      debug.log
      ^^^^^^^^^ Line 2 covers this already: \`*.log\`.
      src/debug.log
    `,
    fixed: `
      node_modules
      *.log
      src/debug.log
    `,
  },
  'an exception in between makes room': {
    given: `
      *
      !src
      src/secret
    `,
  },
  'an exception that a later pattern undoes': {
    given: `
      # Settings
      !.env.example
      ^^^^^^^^^^^^^ Line 3 has the last word on this: \`.env*\`.
      .env*
    `,
    fixed: `
      # Settings
      .env*
    `,
  },
  'a pattern that is taken back whole': {
    given: `
      docs
      ^^^^ Line 3 has the last word on this: \`!docs/\`.
      *.md
      !docs/
    `,
    fixed: `
      *.md
      !docs/
    `,
  },
  'the same wildcard both ways': {
    given: `
      *.md
      ^^^^ Line 2 has the last word on this: \`!*.md\`.
      !*.md
    `,
    fixed: `
      !*.md
    `,
  },
  'a folder that was skipped again changes nothing in it': {
    given: `
      docs
      !docs/README.md
      docs/internal
    `,
  },
  'exceptions as people write them': {
    given: `
      **/.env*
      !**/.env.example
      *.md
      !README.md
      README-secret.md
    `,
  },
});
