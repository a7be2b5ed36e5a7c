import rule from '#core/rules/dockerfile/circular-stage-dependency.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (stage: string) => `The stage ${stage} depends on itself.`;

ruleTest(rule, {
  'two stages that need each other': {
    given: `
      FROM alpine:3.23 AS a
      COPY --from=b /x /x
      FROM alpine:3.23 AS b
      COPY --from=a /y /y
      ^^^^ ${says('a')}
    `,
  },
  'through a base': {
    given: `
      FROM alpine:3.23 AS a
      COPY --from=b /x /x
      FROM a AS b
      ^^^^ ${says('a')}
    `,
  },
  'through a mount, and a third stage': {
    given: `
      FROM alpine:3.23 AS a
      RUN --mount=from=c,target=/c ls
      FROM alpine:3.23 AS b
      COPY --from=a /y /y
      ^^^^ ${says('a')}
      FROM alpine:3.23 AS c
      COPY --from=b /z /z
    `,
  },
  'a stage that copies from itself is told in other words': {
    given: `
      FROM alpine:3.23 AS a
      COPY --from=a /x /x
    `,
  },
  'a chain': {
    given: `
      FROM alpine:3.23 AS a
      FROM a AS b
      COPY --from=a /x /x
      FROM b
      COPY --from=a /x /x
      COPY --from=b /y /y
    `,
  },
  'a fragment': { given: `COPY --from=a /x /x` },
});
