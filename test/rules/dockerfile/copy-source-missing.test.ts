import { createContext, createListing, noKnowledge } from '#core';
import rule from '#core/rules/dockerfile/copy-source-missing.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const files = { 'package.json': '', 'src/a.js': '', '.dockerignore': 'secret\n' };
const partly = createContext({
  listing: () =>
    createListing(
      [
        { path: 'a', size: 1 },
        { path: 'link', size: 0, link: true },
      ],
      ['vendor'],
    ),
});

ruleTest(rule, {
  'what is not there': {
    files,
    given: `
      FROM alpine:3.23
      COPY package.json package-lock.json ./
                        ^^^^^^^^^^^^^^^^^ There is no \`package-lock.json\` in the build context.
      COPY /src/ ./src/b.js *.json *.py /srv/
                 ^^^^^^^^^^            There is no \`./src/b.js\` in the build context.
                                   ^^^^ There is no \`*.py\` in the build context.
      COPY . /all
    `,
  },
  'what cannot be known': {
    files,
    given: `
      FROM alpine:3.23
      ARG V=1
      COPY app-$V.tar secret **/*.py /srv/
      COPY --from=busybox:1 /bin/sh /bin/
    `,
  },
  'folders that were not read, and links': {
    knowledge: { ...noKnowledge, context: partly },
    given: `
      FROM alpine:3.23
      COPY vendor/x link/y *.z /srv/
      COPY b /srv/
           ^ There is no \`b\` in the build context.
    `,
  },
  'a context that is only guessed': {
    knowledge: { ...noKnowledge, context: createContext({ certain: false, listing: () => createListing([]) }) },
    given: `
      FROM alpine:3.23
      COPY a /a
    `,
  },
});
