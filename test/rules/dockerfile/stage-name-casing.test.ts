import rule from '#core/rules/dockerfile/stage-name-casing.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (name: string) => `The builder knows this stage as \`${name}\`: write it like that.`;

ruleTest(rule, {
  'the name and all that refers to it are lower-cased': {
    given: `
      FROM alpine:3.23 AS BuildBase
                          ^^^^^^^^^ ${says('buildbase')}
      FROM alpine:3.23
      COPY --from=BuildBase /a /a
      COPY --from=buildbase /b /b
      RUN --mount=type=bind,from=BuildBase,target=/c echo BuildBase
    `,
    fixed: `
      FROM alpine:3.23 AS buildbase
      FROM alpine:3.23
      COPY --from=buildbase /a /a
      COPY --from=buildbase /b /b
      RUN --mount=type=bind,from=buildbase,target=/c echo BuildBase
    `,
  },
  'lower case is fine': { given: `FROM alpine:3.23 AS build-base_1.2` },
  'what only looks like the stage stays': {
    given: `
      FROM alpine:3.23 AS Web
                          ^^^ ${says('web')}
      FROM alpine:3.23
      COPY --from=Web:1 /a /a
      COPY --from=Webs:1 Web /a
    `,
    fixed: `
      FROM alpine:3.23 AS web
      FROM alpine:3.23
      COPY --from=Web:1 /a /a
      COPY --from=Webs:1 Web /a
    `,
  },
  'behind a continuation': {
    given: `
      FROM alpine:3.23 \\
        AS Web
           ^^^ ${says('web')}
    `,
    fixed: `
      FROM alpine:3.23 \\
        AS web
    `,
  },
  'BuildKit names the first line': {
    preset: 'buildkit',
    given: `
      FROM alpine:3.23 \\
      ^^^^ ${says('web')}
        AS Web
    `,
    fixed: `
      FROM alpine:3.23 \\
        AS web
    `,
  },
  'a stage without a name': { given: `FROM alpine:3.23` },
});
