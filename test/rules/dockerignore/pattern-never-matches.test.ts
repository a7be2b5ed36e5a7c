import rule from '#core/rules/dockerignore/pattern-never-matches.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const outside = 'This lies outside the build context, of which patterns cannot speak.';
const root = 'This is the context itself, which cannot be excluded: write `*` for all that lies in it.';

ruleTest(rule, {
  'what lies outside, and the context itself': {
    given: `
      ../secrets
      ^^^^^^^^^^ ${outside}
      a/../../b
      ^^^^^^^^^ ${outside}
      a/../b
      .
      ^ ${root}
      /
      ^ ${root}
      *
    `,
  },
  'folders in the manner of Windows': {
    given: `
      build\\temp
      ^^^^^^^^^^ A backslash does not part folders here: it takes the next character as it is.
      a\\*b
    `,
    fixed: `
      build/temp
      a\\*b
    `,
  },
  'what the builder refuses is told by itself': {
    given: `
      src\\lib
    `,
  },
});
