import { contextOfFiles, createContext, noKnowledge, parseIgnore } from '#core';
import rule from '#core/rules/dockerfile/copy-context-root.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const tree = { '.env': '', '.git/HEAD': '', 'node_modules/a/.env': '', 'web/node_modules/b.js': '', 'src/id_rsa': '' };
const only = (text: string | null) => ({
  ...noKnowledge,
  context: createContext({ ignore: text === null ? null : parseIgnore(text) }),
});

ruleTest(rule, {
  'names what really is there': {
    files: tree,
    given: `
      FROM alpine:3.23
      COPY . .
           ^ This copies \`.git\`, \`node_modules\`, \`.env\`, \`src/id_rsa\` too: nothing in \`.dockerignore\` excludes them.
      ADD ["./", "/srv"]
           ^^^^ This copies \`.git\`, \`node_modules\`, \`.env\`, \`src/id_rsa\` too: nothing in \`.dockerignore\` excludes them.
      COPY src /src
    `,
  },
  'without what is excluded': {
    files: { ...tree, '.dockerignore': '.git\n**/node_modules\n**/id_*\n' },
    given: `
      FROM alpine:3.23
      COPY . .
           ^ This copies \`.env\` too: nothing in \`.dockerignore\` excludes them.
    `,
  },
  'without what the instruction leaves out itself': {
    files: tree,
    given: `
      FROM alpine:3.23
      COPY --exclude=.git --exclude=**/node_modules --exclude=**/.env . .
                                                                      ^ This copies \`src/id_rsa\` too: nothing in \`.dockerignore\` excludes them.
    `,
  },
  'where there is too much to judge, each of the names is asked for': {
    knowledge: {
      ...noKnowledge,
      context: { ...contextOfFiles({ ...tree, '.dockerignore': '.env\n**/node_modules' }), judge: () => undefined },
    },
    given: `
      FROM alpine:3.23
      COPY . .
           ^ This copies \`.git\`, \`src/id_rsa\` too: nothing in \`.dockerignore\` excludes them.
    `,
  },
  'silent where nothing of the kind is sent': {
    files: { 'src/a.js': '', '.env': '', '.dockerignore': '.env' },
    given: `
      FROM alpine:3.23
      COPY . .
    `,
  },
  'without the files, the ignore file tells': {
    knowledge: only('node_modules'),
    given: `
      FROM alpine:3.23
      COPY . .
           ^ This copies the whole context, and \`.dockerignore\` excludes none of \`.git\`, \`.env\`.
    `,
  },
  'one of the usual names is enough': {
    knowledge: only('.git'),
    given: `
      FROM alpine:3.23
      COPY . .
    `,
  },
  'no ignore file at all': {
    knowledge: only(null),
    given: `
      FROM alpine:3.23
      COPY . .
           ^ This copies the whole context, and there is no \`.dockerignore\` that leaves anything out.
    `,
  },
  'silent where nobody knows the context': {
    given: `
      FROM alpine:3.23
      COPY . .
    `,
  },
  'another stage has no ignore file': {
    files: tree,
    given: `
      FROM alpine:3.23 AS a
      FROM alpine:3.23
      COPY --from=a . .
    `,
  },
});
