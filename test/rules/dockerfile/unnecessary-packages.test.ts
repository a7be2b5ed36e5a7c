import rule from '#core/rules/dockerfile/unnecessary-packages.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const builds = (name: string) =>
  `\`${name}\` is needed to build, not to run: build in a stage of its own and copy the result.`;
const helps = (name: string) => `\`${name}\` helps a person, not the program: leave it out of what is shipped.`;

ruleTest(rule, {
  'compilers, headers and tools for people': {
    given: `
      FROM debian:12
      RUN apt-get install -y ca-certificates gcc=4:12.2.0-3 libssl-dev vim
                                             ^^^^^^^^^^^^^^ ${builds('gcc')}
                                                            ^^^^^^^^^^ ${builds('libssl-dev')}
                                                                       ^^^ ${helps('vim')}
      RUN yum -y install openssl-devel tcpdump-4.9.2
                         ^^^^^^^^^^^^^ ${builds('openssl-devel')}
                                       ^^^^^^^^^^^^^ ${helps('tcpdump')}
    `,
  },
  'builder stages are what they are for': {
    given: `
      FROM debian:12 AS build
      RUN apt-get install -y build-essential git vim
      FROM debian:12
      COPY --from=build /app /app
    `,
  },
  'the parents of what is shipped are shipped': {
    given: `
      FROM alpine:3.23 AS base
      RUN apk add --no-cache git
                             ^^^ ${builds('git')}
      FROM base
    `,
  },
  'what the same RUN removes again': {
    given: `
      FROM alpine:3.23
      RUN apk add --no-cache -t .build-deps gcc musl-dev && make && apk del .build-deps
      RUN apk add --no-cache --virtual=.build gcc && make && apk del --no-network .build
      RUN apt-get install -y gcc && make && apt-get purge -y --auto-remove gcc
      RUN apt-get install -y gcc && make && apt-get purge -y --auto-remove $buildDeps
      RUN apt-get install -y gcc && make && apt-mark auto '.*' && apt-get purge -y --auto-remove
    `,
  },
  'removed before, or something else': {
    given: `
      FROM alpine:3.23
      RUN apk del gcc && apk add gcc
                                 ^^^ ${builds('gcc')}
      RUN apk add make && apk del curl
                  ^^^^ ${builds('make')}
    `,
  },
  'continuations, ONBUILD and heredocs': {
    given: `
      FROM alpine:3.23
      RUN apk add \\
          nano
          ^^^^ ${helps('nano')}
      ONBUILD RUN apk add nano
                          ^^^^ ${helps('nano')}
      RUN <<EOF
      apk add nano
              ^^^^ ${helps('nano')}
      EOF
    `,
  },
  'a piece of a file': {
    given: `
      RUN apk add git
                  ^^^ ${builds('git')}
    `,
  },
});
