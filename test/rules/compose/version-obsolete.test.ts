import rule from '#core/rules/compose/version-obsolete.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'the line and the gap below it go': {
    given: `
      version: "3.8"
      ^^^^^^^^^^^^^^ Compose ignores \`version\` and says so on every run.

      services:
        a:
          image: a:1
    `,
    fixed: `
      services:
        a:
          image: a:1
    `,
  },
  'a comment above stays, the comment behind it too': {
    given: `
      # made by hand
      version: '3' # old
      ^^^^^^^^^^^^ Compose ignores \`version\` and says so on every run.
      services:
        a:
          image: a:1
    `,
    fixed: `
      # made by hand
      # old
      services:
        a:
          image: a:1
    `,
  },
  'in the middle and at the end': {
    given: `
      name: app

      version: "3"
      ^^^^^^^^^^^^ Compose ignores \`version\` and says so on every run.

      services:
        a:
          image: a:1
    `,
    fixed: `
      name: app

      services:
        a:
          image: a:1
    `,
  },
  'at the end': {
    given: `
      services:
        a:
          image: a:1
      version: "2.4"
      ^^^^^^^^^^^^^^ Compose ignores \`version\` and says so on every run.
    `,
    fixed: `
      services:
        a:
          image: a:1
    `,
  },
  'alone it stays': {
    given: `
      version: "3.8"
      ^^^^^^^^^^^^^^ Compose ignores \`version\` and says so on every run.
    `,
  },
  'in flow style': {
    given: `
      { version: '3', services: { a: { image: 'a:1' } } }
        ^^^^^^^^^^^^ Compose ignores \`version\` and says so on every run.
    `,
    fixed: `
      { services: { a: { image: 'a:1' } } }
    `,
  },
  'a file without it is clean': {
    given: `
      name: app
      services:
        a:
          image: a:1
          labels:
            version: "3"
    `,
  },
});
