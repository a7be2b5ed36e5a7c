import rule from '#core/rules/dockerfile/cmd-multiple.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = 'A later CMD of this stage replaces this one: it never runs.';
const repeated = 'This stage already has a CMD, which this one replaces.';

ruleTest(rule, {
  'all but the last go': {
    given: `
      FROM node:22
      CMD ["npm", "run", "migrate"]
      ^^^ ${says}
      CMD npm start
      ^^^ ${says}
      EXPOSE 80
      CMD ["node", "server.js"]
    `,
    fixed: `
      FROM node:22
      EXPOSE 80
      CMD ["node", "server.js"]
    `,
  },
  'one in every stage is fine, also where a stage replaces that of its parent': {
    given: `
      FROM node:22 AS base
      CMD ["npm", "run", "migrate"]
      FROM base
      CMD npm start
    `,
  },
  'continuations, comments in them and indentation go with it': {
    given: `
      FROM node:22
        cmd npm run migrate \\
        ^^^ ${says}
          # with a comment
          --verbose
      CMD npm start
    `,
    fixed: `
      FROM node:22
      CMD npm start
    `,
  },
  "what ONBUILD defers is another image's": {
    given: `
      FROM node:22
      ONBUILD CMD ["npm", "run", "migrate"]
      CMD npm start
    `,
  },
  'in a piece without FROM': {
    preset: 'hadolint',
    given: `
      CMD ["npm", "run", "migrate"]
      CMD npm start
      ^^^ ${repeated}
    `,
  },
  'hadolint marks the one that comes second': {
    preset: 'hadolint',
    given: `
      FROM node:22
      CMD ["npm", "run", "migrate"]
      CMD npm start
      ^^^ ${repeated}
      CMD ["node", "server.js"]
      ^^^ ${repeated}
      FROM node:22
      CMD ["npm", "run", "migrate"]
    `,
  },
  'BuildKit marks the one that is ignored': {
    preset: 'buildkit',
    given: `
      FROM node:22
      CMD ["npm", "run", "migrate"]
      ^^^ ${says}
      CMD npm start
    `,
    fixed: `
      FROM node:22
      CMD npm start
    `,
  },
});
