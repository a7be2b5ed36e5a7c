import rule from '#core/rules/dockerignore/comment-behind-pattern.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const behind = 'This is no comment but part of the pattern.';

ruleTest(rule, {
  'behind a pattern it is part of the name': {
    given: `
      node_modules  # made by npm
                    ^^^^^^^^^^^^^ ${behind}
      !src\t#keep
          \t^^^^^ ${behind}
      # fine
      a#b
    `,
    fixed: `
      # made by npm
      node_modules
      #keep
      !src
      # fine
      a#b
    `,
  },
  'behind white space it is a pattern': {
    given: `
      a
        # not a comment
        ^^^^^^^^^^^^^^^ This is no comment but a pattern: the \`#\` is not the first character of its line.
    `,
    fixed: `
      a
      # not a comment
    `,
  },
  'a file may be called so': {
    files: { 'C #1': '' },
    given: `
      C #1
    `,
  },
});
