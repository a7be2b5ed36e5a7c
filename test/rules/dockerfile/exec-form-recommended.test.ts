import rule from '#core/rules/dockerfile/exec-form-recommended.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (keyword: string) =>
  `A shell runs this ${keyword} and does not pass signals on: write it as a JSON array.`;
const health = 'This health check needs no shell: write it as a JSON array.';

ruleTest(rule, {
  'plain words become an array': {
    given: `
      FROM node:22
      CMD node server.js --port=8080
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('CMD')}
    `,
    fixed: `
      FROM node:22
      CMD ["node", "server.js", "--port=8080"]
    `,
  },
  'quotes go, what they hold stays one word': {
    given: `
      FROM node:22
      entrypoint /app/run "two words" 'and three more'
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('ENTRYPOINT')}
    `,
    fixed: `
      FROM node:22
      entrypoint ["/app/run", "two words", "and three more"]
    `,
  },
  'a JSON array is what is asked for': {
    given: `
      FROM node:22
      ENTRYPOINT ["tini", "--"]
      CMD [ "node", "server.js" ]
      FROM node:22
      ENTRYPOINT []
    `,
  },
  'where a shell is needed there is no fix': {
    given: `
      FROM node:22
      CMD node $APP
          ^^^^^^^^^ ${says('CMD')}
      FROM node:22
      CMD npm run migrate && npm start
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('CMD')}
      FROM node:22
      CMD cat *.txt > /out
          ^^^^^^^^^^^^^^^^ ${says('CMD')}
      FROM node:22
      CMD PORT=1 node server.js
          ^^^^^^^^^^^^^^^^^^^^^ ${says('CMD')}
      FROM node:22
      CMD source /env.sh
          ^^^^^^^^^^^^^^ ${says('CMD')}
    `,
  },
  'what was meant as an array has a rule of its own': {
    given: `
      FROM node:22
      CMD ['node', 'server.js']
    `,
  },
  'in a piece without FROM': {
    given: `
      HEALTHCHECK CMD curl localhost
                      ^^^^^^^^^^^^^^ ${health}
      CMD npm start
          ^^^^^^^^^ ${says('CMD')}
    `,
    fixed: `
      HEALTHCHECK CMD ["curl", "localhost"]
      CMD ["npm", "start"]
    `,
  },
  'exec hands the signals over': {
    given: `
      FROM node:22
      CMD exec node $APP
      FROM node:22
      CMD npm run migrate && exec npm start
    `,
  },
  'a SHELL of its own is a decision, for child stages too': {
    given: `
      FROM node:22 AS base
      SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      CMD node server.js
      FROM base
      CMD node other.js
      FROM node:22
      CMD node other.js
          ^^^^^^^^^^^^^ ${says('CMD')}
    `,
    fixed: `
      FROM node:22 AS base
      SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      CMD node server.js
      FROM base
      CMD node other.js
      FROM node:22
      CMD ["node", "other.js"]
    `,
  },
  'with ENTRYPOINT and CMD together the array form would put them together differently': {
    given: `
      FROM node:22
      ENTRYPOINT /docker-entrypoint.sh
                 ^^^^^^^^^^^^^^^^^^^^^ ${says('ENTRYPOINT')}
      CMD ["node", "server.js"]
    `,
  },
  'a parent stage may have the other half': {
    given: `
      FROM node:22 AS base
      ENTRYPOINT ["tini", "--"]
      FROM base
      CMD node server.js
          ^^^^^^^^^^^^^^ ${says('CMD')}
    `,
  },
  'a parent stage without one leaves the fix safe': {
    given: `
      FROM node:22 AS base
      FROM base
      CMD node server.js
          ^^^^^^^^^^^^^^ ${says('CMD')}
    `,
    fixed: `
      FROM node:22 AS base
      FROM base
      CMD ["node", "server.js"]
    `,
  },
  'a health check only where a shell does nothing for it': {
    given: `
      FROM node:22
      HEALTHCHECK --interval=30s CMD curl -f http://localhost/
                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ ${health}
      FROM node:22
      HEALTHCHECK CMD curl -f http://localhost/ || exit 1
      FROM node:22
      HEALTHCHECK CMD ["curl", "-f", "http://localhost/"]
      HEALTHCHECK NONE
    `,
    fixed: `
      FROM node:22
      HEALTHCHECK --interval=30s CMD ["curl", "-f", "http://localhost/"]
      FROM node:22
      HEALTHCHECK CMD curl -f http://localhost/ || exit 1
      FROM node:22
      HEALTHCHECK CMD ["curl", "-f", "http://localhost/"]
      HEALTHCHECK NONE
    `,
  },
  'RUN may use the shell, and what ONBUILD defers is not judged here': {
    given: `
      FROM node:22
      RUN node build.js
      ONBUILD CMD node server.js
    `,
  },
  'as BuildKit sees it': {
    preset: 'buildkit',
    given: `
      FROM debian:12
      HEALTHCHECK CMD curl localhost
      ENTRYPOINT exec node server.js
                 ^^^^^^^^^^^^^^^^^^^ A shell runs this ENTRYPOINT and does not pass signals on: write it as a JSON array.
      FROM debian:12
      CMD
      ^^^ A shell runs this CMD and does not pass signals on: write it as a JSON array.
      FROM debian:12
      SHELL ["/bin/bash", "-c"]
      CMD node server.js
    `,
  },
  'hadolint asks the same of a health check, whatever it needs': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      HEALTHCHECK --interval=5s \\
      ^^^^^^^^^^^ A shell runs this health check: hadolint asks for a JSON array here too.
        CMD curl -f localhost || exit 1
      CMD ['node', 'server.js']
          ^^^^^^^^^^^^^^^^^^^^^ ${says('CMD')}
      HEALTHCHECK CMD ["true"]
      HEALTHCHECK NONE
    `,
  },
  'hadolint looks at no SHELL': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      SHELL ["/bin/bash", "-c"]
      CMD node server.js
          ^^^^^^^^^^^^^^ A shell runs this CMD and does not pass signals on: write it as a JSON array.
    `,
  },
});
