import rule from '#core/rules/dockerfile/copy-from-self.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (stage: string) => `This is the stage ${stage} itself; a stage cannot copy from what it is becoming.`;

ruleTest(rule, {
  'by its name, in any case': {
    given: `
      FROM alpine:3.23 AS Build
      COPY --from=build /a /b
                  ^^^^^ ${says('Build')}
    `,
  },
  'by its number': {
    given: `
      FROM alpine:3.23
      COPY --from=0 /a /b
                  ^ ${says('0')}
    `,
  },
  'a mount': {
    given: `
      FROM --platform=linux/amd64 alpine:3.23 AS build
      RUN --mount=type=bind,from=build,target=/x ls /x
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('build')}
    `,
  },
  'behind a continuation': {
    given: `
      FROM alpine:3.23 AS build
      COPY \\
        --from=build /a /b
               ^^^^^ ${says('build')}
    `,
  },
  'another stage, and an image of the same name': {
    given: `
      FROM alpine:3.23 AS build
      FROM alpine:3.23 AS app
      COPY --from=build /a /b
      COPY --from=0 /a /b
      COPY --from=app:1 /a /b
      COPY app /b
    `,
  },
  'a fragment belongs to no stage': { given: `COPY --from=build /a /b` },
});
