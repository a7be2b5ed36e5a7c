import rule from '#core/rules/dockerfile/user-created-never-used.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (name: string) => `\`${name}\` is created here, but no USER changes to it: the container runs as root.`;

ruleTest(rule, {
  'useradd and adduser of either kind': {
    given: `
      FROM debian:12
      RUN groupadd -r app && useradd -r -g app -d /srv app
                             ^^^^^^^ ${says('app')}
      COPY app /srv/
      CMD ["/srv/run-it"]
    `,
    fixed: `
      FROM debian:12
      RUN groupadd -r app && useradd -r -g app -d /srv app
      COPY app /srv/
      USER app
      CMD ["/srv/run-it"]
    `,
  },
  'somebody changes to it, or to another': {
    given: `
      FROM alpine:3.23
      RUN adduser -D app
      USER 1000
    `,
  },
  'the start does it': {
    given: `
      FROM alpine:3.23
      RUN adduser -D app && apk add su-exec
      ENTRYPOINT ["/docker-entrypoint.sh"]
      FROM alpine:3.23
      RUN adduser -D app
      ENTRYPOINT ["/docker-entrypoint.sh"]
    `,
  },
  'servers that leave root by themselves, a user of a builder stage, and groups': {
    given: `
      FROM debian:12 AS build
      RUN useradd builder
      FROM debian:12
      RUN useradd -r nginx && adduser www-data video && useradd -r squirrel
      CMD ["squirreld", "--user", "squirrel"]
    `,
  },
  'a parent stage counts, heredocs and ONBUILD too': {
    given: `
      FROM alpine:3.23 AS base
      RUN <<EOF
      adduser -S -D app
      ^^^^^^^ ${says('app')}
      EOF
      FROM base
      CMD ["node"]
    `,
    fixed: `
      FROM alpine:3.23 AS base
      RUN <<EOF
      adduser -S -D app
      EOF
      FROM base
      USER app
      CMD ["node"]
    `,
  },
  'in a piece without FROM': {
    given: `
      RUN apt-get update \\
        && useradd -m app
           ^^^^^^^ ${says('app')}
    `,
  },
});
