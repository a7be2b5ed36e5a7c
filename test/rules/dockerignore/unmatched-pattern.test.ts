import { createContext, createListing, noKnowledge } from '#core';
import rule from '#core/rules/dockerignore/unmatched-pattern.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const files = { 'src/temp/a.txt': '', 'src/main.js': '', 'node_modules/a/index.js': '' };
const partly = createContext({ listing: () => createListing([{ path: 'a', size: 1 }], ['node_modules']) });
const guessed = createContext({ certain: false, listing: () => createListing([{ path: 'a', size: 1 }]) });

ruleTest(rule, {
  'what matches nothing, and what would match deeper': {
    files,
    given: `
      node_modules
      node_module
      ^^^^^^^^^^^ Nothing in the build context is called this.
      /temp/
      ^^^^^^ This matches only at the root, where nothing is called so; \`src/temp\` is. Write \`**/temp\` for any folder.
      **/*.js
      *.js
      ^^^^ Nothing in the build context is called this.
      !lib
    `,
  },
  'keys may be excluded before there are any': {
    files,
    given: `
      .env
      **/.env.*
      **/id_rsa*
      **/.aws
    `,
  },
  'silent where not everything was read': {
    knowledge: { ...noKnowledge, context: partly },
    given: `
      b
    `,
  },
  'silent where the context is only guessed': {
    knowledge: { ...noKnowledge, context: guessed },
    given: `
      b
    `,
  },
});
