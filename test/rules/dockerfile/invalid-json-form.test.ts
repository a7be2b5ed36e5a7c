import rule from '#core/rules/dockerfile/invalid-json-form.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (keyword: string, what: string) => `${keyword} takes this as plain text, brackets and all: ${what}`;
const quotes = 'JSON wants double quotes.';
const comma = 'JSON wants one comma between two strings and none at the end.';
const unquoted = 'JSON wants every string in double quotes.';
const escape = 'JSON wants a backslash written twice.';
const bracket = 'the closing bracket is missing.';
const behind = 'nothing may stand behind the closing bracket.';

ruleTest(rule, {
  'single and typographic quotes': {
    given: `
      FROM node:22
      CMD ['node', 'server.js']
          ^^^^^^^^^^^^^^^^^^^^^ ${says('CMD', quotes)}
      FROM node:22
      ENTRYPOINT [“tini”, "--"]
                 ^^^^^^^^^^^^^^ ${says('ENTRYPOINT', quotes)}
      HEALTHCHECK --interval=5s CMD ['true']
                                    ^^^^^^^^ ${says('HEALTHCHECK', quotes)}
    `,
    fixed: `
      FROM node:22
      CMD ["node", "server.js"]
      FROM node:22
      ENTRYPOINT ["tini", "--"]
      HEALTHCHECK --interval=5s CMD ["true"]
    `,
  },
  'commas too many and too few, and no quotes at all': {
    given: `
      FROM node:22
      CMD ["node", "server.js",]
          ^^^^^^^^^^^^^^^^^^^^^^ ${says('CMD', comma)}
      FROM node:22
      CMD ["node" "server.js"]
          ^^^^^^^^^^^^^^^^^^^^ ${says('CMD', comma)}
      FROM node:22
      CMD [node, server.js]
          ^^^^^^^^^^^^^^^^^ ${says('CMD', unquoted)}
    `,
    fixed: `
      FROM node:22
      CMD ["node", "server.js"]
      FROM node:22
      CMD ["node", "server.js"]
      FROM node:22
      CMD ["node", "server.js"]
    `,
  },
  'a backslash that JSON does not know, and a bracket that is missing': {
    given: `
      # escape=\`
      FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
      CMD ["C:\\app\\run.exe", "-v"]
          ^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('CMD', escape)}
      FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
      ENTRYPOINT ["run.exe", "-v"
                 ^^^^^^^^^^^^^^^^ ${says('ENTRYPOINT', bracket)}
    `,
    fixed: `
      # escape=\`
      FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
      CMD ["C:\\\\app\\\\run.exe", "-v"]
      FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
      ENTRYPOINT ["run.exe", "-v"]
    `,
  },
  'over several lines, behind ONBUILD, in COPY and VOLUME': {
    given: `
      FROM node:22
      ONBUILD CMD [ \\
                  ^^^ ${says('CMD', comma)}
          "node", \\
          "server.js", \\
        ]
      COPY ['a', '/srv/']
           ^^^^^^^^^^^^^^ ${says('COPY', quotes)}
      VOLUME ['/data']
             ^^^^^^^^^ ${says('VOLUME', quotes)}
    `,
    fixed: `
      FROM node:22
      ONBUILD CMD [ \\
          "node", \\
          "server.js" \\
        ]
      COPY ["a", "/srv/"]
      VOLUME ["/data"]
    `,
  },
  'what stands behind the array is for the author to place': {
    given: `
      FROM node:22
      CMD ["node", "server.js"] --port 80
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('CMD', behind)}
    `,
  },
  'tests and patterns of the shell, and valid arrays': {
    given: `
      FROM node:22
      RUN [ -f /etc/issue ] && echo yes
      RUN [ "$A" = "b" ]
      RUN ["$A" = "$B" ]
      RUN [[ "$A" == 'b' ]]
      RUN [a-z]* --help
      RUN [ 'x' ]
      CMD []
      ENTRYPOINT [ "a", "b" ]
      COPY [ab]*.txt [cd].txt /srv/
      LABEL list=['a','b']
      SHELL ["/bin/sh", "-c"]
    `,
  },
  'in a piece without FROM': {
    given: `
      RUN ['apk', 'update']
          ^^^^^^^^^^^^^^^^^ ${says('RUN', quotes)}
    `,
    fixed: `
      RUN ["apk", "update"]
    `,
  },
});
