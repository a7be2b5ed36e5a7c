import rule from '#core/rules/dockerfile/copy-chown-used.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (owner: string) =>
  `What belongs to \`${owner}\` can be changed by the process that runs as it: code need only be readable.`;

ruleTest(rule, {
  'names and numbers': {
    given: `
      FROM node:22
      COPY --chown=node:node . /app
           ^^^^^^^^^^^^^^^^^ ${says('node:node')}
      ADD --link --chown=1000 a.tar /a
                 ^^^^^^^^^^^^ ${says('1000')}
    `,
  },
  'root keeps them': {
    given: `
      FROM node:22
      COPY --chown=root:root a /a
      COPY --chown=0:0 a /a
      COPY --chown=0 a /a
      COPY --chmod=755 a /a
    `,
  },
  'a variable': {
    given: `
      FROM node:22
      COPY --chown=$OWNER a /a
           ^^^^^^^^^^^^^^ ${says('$OWNER')}
    `,
  },
  'behind ONBUILD': {
    given: `
      FROM node:22
      ONBUILD COPY --chown=node a /a
                   ^^^^^^^^^^^^ ${says('node')}
    `,
  },
  'across a continuation': {
    given: `
      FROM node:22
      COPY --from=build \\
           --chown=app a /a
           ^^^^^^^^^^^ ${says('app')}
    `,
  },
  'in a piece without FROM': {
    given: `
      COPY --chown=app . .
           ^^^^^^^^^^^ ${says('app')}
    `,
  },
});
