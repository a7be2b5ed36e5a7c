import rule from '#core/rules/dockerignore/negation-without-effect.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const first = 'Nothing stands above this that it could take back.';
const nothing = 'Nothing in the build context is taken back by this.';

ruleTest(rule, {
  'above everything else it does nothing': {
    given: `
      # keep
      !src
      ^^^^ ${first}
      *
      !lib
    `,
  },
  'alone it does nothing': {
    given: `
      ! src
      ^^^^^ ${first}
    `,
  },
  'with the files known, what takes nothing back is told': {
    files: { 'src/a.js': '', 'docs/b.md': '' },
    given: `
      docs
      !src/a.js
      ^^^^^^^^^ ${nothing}
      !docs/b.md
      !docs/c.md
      ^^^^^^^^^^ ${nothing}
    `,
  },
});
