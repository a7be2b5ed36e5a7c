import rule from '#core/rules/dockerfile/apk-cache.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = 'The package index that `apk add` uses stays in this layer: add `--no-cache`.';

ruleTest(rule, {
  'the option goes behind the verb, or in place of --update': {
    given: `
      FROM alpine:3.23
      RUN apk update && apk add git
                        ^^^^^^^ ${says}
      RUN apk add --update git
          ^^^^^^^ ${says}
      RUN apk add -U git
          ^^^^^^^ ${says}
    `,
    fixed: `
      FROM alpine:3.23
      RUN apk update && apk add --no-cache git
      RUN apk add --no-cache git
      RUN apk add --no-cache git
    `,
  },
  'continuations, sudo, ONBUILD and heredocs': {
    given: `
      FROM alpine:3.23
      RUN sudo apk \\
          add git
          ^^^ ${says}
      ONBUILD RUN apk add git
                  ^^^^^^^ ${says}
      RUN <<EOF
      apk add git
      ^^^^^^^ ${says}
      EOF
    `,
    fixed: `
      FROM alpine:3.23
      RUN sudo apk \\
          add --no-cache git
      ONBUILD RUN apk add --no-cache git
      RUN <<EOF
      apk add --no-cache git
      EOF
    `,
  },
  'the option anywhere, a mount, or a removal behind it': {
    given: `
      FROM alpine:3.23
      RUN apk --no-cache add git && apk add -t .deps --no-cache git
      RUN --mount=type=cache,target=/var/cache/apk apk add git
      RUN --mount=type=tmpfs,dst=/var/cache/ apk add git
      RUN --mount=type=cache,target=/etc/apk/cache apk add git
      RUN apk add git && rm -rf /var/cache/apk/*
      RUN apk add git && rm -rf /tmp/* /var/cache/*
      RUN apk add git && apk cache clean
      RUN apk del git && apk info
      RUN apk add --no-network -t .deps $deps
    `,
  },
  'a mount of something else, and a removal before it': {
    given: `
      FROM alpine:3.23
      RUN --mount=type=cache,target=/root/.cache apk add git
                                                 ^^^^^^^ ${says}
      RUN rm -rf /var/cache/apk/* && apk add git
                                     ^^^^^^^ ${says}
    `,
    fixed: `
      FROM alpine:3.23
      RUN --mount=type=cache,target=/root/.cache apk add --no-cache git
      RUN rm -rf /var/cache/apk/* && apk add --no-cache git
    `,
  },
  'only what is shipped matters': {
    given: `
      FROM alpine:3.23 AS build
      RUN apk add gcc
      FROM alpine:3.23
      COPY --from=build /app /app
    `,
  },
  'a piece of a file': {
    given: `
      RUN apk add git
          ^^^^^^^ ${says}
    `,
    fixed: `
      RUN apk add --no-cache git
    `,
  },
  'hadolint looks at every stage and knows no removal': {
    preset: 'hadolint',
    given: `
      FROM alpine:3.23 AS build
      RUN apk add gcc
          ^^^^^^^ ${says}
      FROM alpine:3.23
      RUN apk add git && rm -rf /var/cache/apk/*
          ^^^^^^^ ${says}
      RUN --mount=type=cache,target=/var/cache/apk apk add git
      RUN sudo apk add git
    `,
    fixed: `
      FROM alpine:3.23 AS build
      RUN apk add --no-cache gcc
      FROM alpine:3.23
      RUN apk add --no-cache git && rm -rf /var/cache/apk/*
      RUN --mount=type=cache,target=/var/cache/apk apk add git
      RUN sudo apk add git
    `,
  },
});
