import rule from '#core/rules/dockerfile/consecutive-runs.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const joinable = 'This RUN and the one before it could be one layer.';

ruleTest(rule, {
  'short ones become one': {
    given: `
      FROM debian:12
      RUN mkdir /app
      RUN chown 1000 /app
      ^^^ ${joinable}
      RUN chmod 755 /app
      ^^^ ${joinable}
    `,
    fixed: `
      FROM debian:12
      RUN mkdir /app \\
          && chown 1000 /app \\
          && chmod 755 /app
    `,
  },
  'long ones, other options, and other instructions between': {
    given: `
      FROM debian:12
      RUN a && b && c
      RUN d
      RUN --mount=type=cache,target=/c e
      COPY . .
      RUN f
      ONBUILD RUN g
      RUN h
    `,
  },
  'hadolint#715, #1056: in a builder stage they help the cache': {
    given: `
      FROM debian:12 AS build
      RUN make deps
      RUN make
      FROM debian:12
      COPY --from=build /app /app
    `,
  },
  'where joining would change the meaning': {
    given: `
      FROM debian:12
      RUN cd /app
      RUN make
      ^^^ ${joinable}
      WORKDIR /x
      RUN a;
      RUN b
      ^^^ ${joinable}
      WORKDIR /y
      RUN a
      # a note
      RUN ["b"]
      ^^^ ${joinable}
      WORKDIR /z
      RUN a || b
      RUN c
      ^^^ ${joinable}
    `,
  },
  'heredocs count their commands': {
    given: `
      FROM debian:12
      RUN <<EOF
      a
      b
      c
      EOF
      RUN d
    `,
  },
  'hadolint counts every stage': {
    preset: 'hadolint',
    given: `
      FROM debian:12 AS build
      RUN make deps
      RUN make
      ^^^ ${joinable}
      FROM debian:12
    `,
    fixed: `
      FROM debian:12 AS build
      RUN make deps \\
          && make
      FROM debian:12
    `,
  },
  'a piece without FROM': {
    given: `
      run a
      run ["b"]
      ^^^ ${joinable}
    `,
  },
});
