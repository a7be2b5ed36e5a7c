import rule from '#core/rules/dockerfile/stage-name-reserved.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (name: string) => `\`${name}\` has a meaning of its own for the builder: give this stage another name.`;

ruleTest(rule, {
  'the name is marked, and given another one everywhere': {
    given: `
      FROM alpine:3.23 AS context
                          ^^^^^^^ ${says('context')}
      RUN make
      FROM alpine:3.23
      COPY --from=context /a /a
      RUN --mount=type=bind,from=context,target=/c ls /c
    `,
    fixed: `
      FROM alpine:3.23 AS context-stage
      RUN make
      FROM alpine:3.23
      COPY --from=context-stage /a /a
      RUN --mount=type=bind,from=context-stage,target=/c ls /c
    `,
  },
  'case does not help': {
    given: `
      FROM alpine:3.23 AS Scratch
                          ^^^^^^^ ${says('Scratch')}
    `,
    fixed: `
      FROM alpine:3.23 AS scratch-stage
    `,
  },
  'hadolint compares with case': { preset: 'hadolint', given: `FROM alpine:3.23 AS Scratch` },
  'scratch as a base is what it is for': {
    given: `
      FROM scratch
      FROM alpine:3.23 AS contexts
    `,
  },
  'of two only the one that the builder would find is renamed': {
    given: `
      FROM a:1 AS context
                  ^^^^^^^ ${says('context')}
      FROM b:1 AS context
                  ^^^^^^^ ${says('context')}
    `,
    fixed: `
      FROM a:1 AS context
      FROM b:1 AS context-stage
    `,
  },
  'on a continuation line': {
    given: `
      FROM a:1 \\
        AS context
           ^^^^^^^ ${says('context')}
    `,
    fixed: `
      FROM a:1 \\
        AS context-stage
    `,
  },
});
