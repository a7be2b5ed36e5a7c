import { createContext, noKnowledge, parseIgnore } from '#core';
import rule from '#core/rules/dockerfile/copy-ignored-file.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

/** Only the ignore file is known, not the files themselves. */
const only = (text: string, ignoreName = '.dockerignore') => ({
  ...noKnowledge,
  context: createContext({ ignore: parseIgnore(text), ignoreName }),
});

ruleTest(rule, {
  'sources that are excluded, by themselves or with a folder around': {
    knowledge: only('# secrets\n.env\ndocs/\n**/*.log', 'api.Dockerfile.dockerignore'),
    given: `
      FROM alpine:3.23
      COPY .env ./docs/a.md src /srv/
           ^^^^ \`.env\` does not reach the build: line 2 of \`api.Dockerfile.dockerignore\` excludes it with \`.env\`.
                ^^^^^^^^^^^ \`./docs/a.md\` does not reach the build: line 3 of \`api.Dockerfile.dockerignore\` excludes it with \`docs/\`.
      ADD ["/tmp/a.log", "b", "/srv/"]
           ^^^^^^^^^^^^ \`/tmp/a.log\` does not reach the build: line 4 of \`api.Dockerfile.dockerignore\` excludes it with \`**/*.log\`.
      COPY . /all
    `,
  },
  'variables are filled in': {
    knowledge: only('build'),
    given: `
      FROM alpine:3.23
      ARG OUT=build
      COPY $OUT/a $UNKNOWN/build /srv/
           ^^^^^^ \`build/a\` does not reach the build: line 1 of \`.dockerignore\` excludes it with \`build\`.
    `,
  },
  'exceptions count': {
    knowledge: only('*\n!src\n!docs/*.md'),
    given: `
      FROM alpine:3.23
      COPY src /src
      COPY src/a/b.js /src/
      COPY docs /docs
      COPY docs/a.md /docs/
      COPY lib /lib
           ^^^ \`lib\` does not reach the build: line 1 of \`.dockerignore\` excludes it with \`*\`.
    `,
  },
  'a later pattern beats an exception': {
    knowledge: only('*\n!src\nsrc/secret'),
    given: `
      FROM alpine:3.23
      COPY src/secret /s
           ^^^^^^^^^^ \`src/secret\` does not reach the build: line 3 of \`.dockerignore\` excludes it with \`src/secret\`.
    `,
  },
  'the files themselves beat all guesses': {
    files: { '.dockerignore': 'docs\n!**/*.txt\n', 'docs/a.txt': '', 'docs/b.md': '', 'docs/c/d.md': '' },
    given: `
      FROM alpine:3.23
      COPY docs /docs
      COPY docs/c /c
           ^^^^^^ \`docs/c\` does not reach the build: line 1 of \`.dockerignore\` excludes it with \`docs\`.
      COPY docs/*.md /md/
           ^^^^^^^^^ \`docs/*.md\` does not reach the build: line 1 of \`.dockerignore\` excludes it with \`docs\`.
    `,
  },
  'what does not come from the context': {
    knowledge: only('*'),
    given: `
      FROM alpine:3.23 AS build
      FROM alpine:3.23
      COPY --from=build /a /b
      ADD https://example.org/a /b
      ADD git@github.com:a/b.git /c
      COPY <<EOF /d
      a
      EOF
      ONBUILD COPY a /a
    `,
  },
  'silent without an ignore file': {
    files: { a: '' },
    given: `
      FROM alpine:3.23
      COPY a /a
    `,
  },
  'behind continuations and comments': {
    knowledge: only('b'),
    given: `
      FROM alpine:3.23
      COPY a \\
        # words
        b \\
        ^ \`b\` does not reach the build: line 1 of \`.dockerignore\` excludes it with \`b\`.
        /srv/
    `,
  },
});
