import rule from '#core/rules/dockerignore/duplicate-pattern.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'the second of two is flagged, however it is written': {
    given: `
      node_modules
      *.log
        ./node_modules/
        ^^^^^^^^^^^^^^^ Line 1 says the same.
      *.log
      ^^^^^ Line 2 says the same.
    `,
    fixed: `
      node_modules
      *.log
    `,
  },
  'with something else in between, both may have something to do': {
    given: `
      docs
      !docs/a
      docs/*
      docs
      !docs/a
    `,
  },
  'what takes back is written twice as well': {
    given: `
      *
      !src
      !/src
      ^^^^^ Line 2 says the same.
    `,
    fixed: `
      *
      !src
    `,
  },
  'the last line goes without leaving an empty one': {
    given: '\uFEFFa\r\na\n^ Line 1 says the same.',
    fixed: '\uFEFFa',
  },
});
