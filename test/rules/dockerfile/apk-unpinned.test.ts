import rule from '#core/rules/dockerfile/apk-unpinned.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (...packages: string[]) =>
  `No version is named for ${packages.map((name) => `\`${name}\``).join(', ')}: another build may install another one.`;

ruleTest(rule, {
  'packages without a version': {
    given: `
      FROM alpine:3.23
      RUN apk add --no-cache git curl=8.17.0-r1 make
                             ^^^ ${says('git', 'make')}
    `,
  },
  'every kind of constraint counts': {
    given: `
      FROM alpine:3.23
      RUN apk add --no-cache git=2.52.0-r0 curl~8.17 'make>4' "bash<6" musl~=1.2
    `,
  },
  'virtual packages, repositories, files and exclusions are no packages': {
    given: `
      FROM alpine:3.23
      RUN apk add --no-cache -t .build-deps gcc=15.2.0-r2
      RUN apk --no-cache add --virtual .build-deps gcc=15.2.0-r2
      RUN apk add --virtual=.build-deps gcc=15.2.0-r2
      RUN apk add -X https://dl-cdn.alpinelinux.org/alpine/edge/testing --repository=http://x.example y=1
      RUN apk add ./glibc.apk /tmp/tool.apk
      RUN apk add python3=3.12.12-r0 !pyc
      RUN apk add foo@edge $PACKAGES
      RUN apk del git && apk info curl
    `,
  },
  'continuations, ONBUILD and heredocs': {
    given: `
      FROM alpine:3.23
      RUN apk add \\
          # to fetch
          git \\
          ^^^ ${says('git', 'curl')}
          curl
      ONBUILD RUN apk add git
                          ^^^ ${says('git')}
      RUN <<EOF
      apk add git
              ^^^ ${says('git')}
      EOF
    `,
  },
  'a piece of a file': {
    given: `
      RUN apk add git
                  ^^^ ${says('git')}
    `,
  },
  'hadolint takes exclusions and variables for packages, and knows = and ~ only': {
    preset: 'hadolint',
    given: `
      FROM alpine:3.23
      RUN apk add 'make>4' !pyc $PACKAGES git~2 x=1
                  ^^^^^^^^ ${says('make>4', '!pyc', '$PACKAGES')}
      RUN sudo apk add git
      RUN apk add -t .deps -X https://x.example/y a=1 ./b.apk
    `,
  },
});
