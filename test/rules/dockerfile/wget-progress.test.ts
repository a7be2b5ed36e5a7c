import rule from '#core/rules/dockerfile/wget-progress.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const floods = 'Without a terminal `wget` writes a line for every few kilobytes: add `--progress=dot:giga` or `-nv`.';

ruleTest(rule, {
  'the option is inserted': {
    given: `
      FROM debian:12
      RUN make && wget -O /a https://example.org/a
                  ^^^^ ${floods}
    `,
    fixed: `
      FROM debian:12
      RUN make && wget --progress=dot:giga -O /a https://example.org/a
    `,
  },
  'every way to be quiet counts': {
    given: `
      FROM debian:12
      RUN wget -q https://example.org/a && wget -qO- https://example.org/a && wget -O- -nv https://example.org/a
      RUN wget --quiet https://example.org/a && wget --no-verbose https://example.org/a
      RUN wget --progress=bar:force https://example.org/a && wget -nc -o /log https://example.org/a
      RUN wget -a /log https://example.org/a
    `,
  },
  'options that only look quiet': {
    given: `
      FROM debian:12
      RUN wget -nc https://example.org/a
          ^^^^ ${floods}
      RUN wget -O q https://example.org/a
          ^^^^ ${floods}
    `,
    fixed: `
      FROM debian:12
      RUN wget --progress=dot:giga -nc https://example.org/a
      RUN wget --progress=dot:giga -O q https://example.org/a
    `,
  },
  'continuations, heredocs, ONBUILD, sudo and the array form': {
    given: `
      FROM debian:12
      RUN make \\
        # get it
        && sudo wget \\
                ^^^^ ${floods}
          https://example.org/a
      RUN <<EOF
      wget https://example.org/a
      ^^^^ ${floods}
      EOF
      ONBUILD RUN wget https://example.org/a
                  ^^^^ ${floods}
      RUN ["wget", "https://example.org/a"]
           ^^^^^^ ${floods}
    `,
    fixed: `
      FROM debian:12
      RUN make \\
        # get it
        && sudo wget --progress=dot:giga \\
          https://example.org/a
      RUN <<EOF
      wget --progress=dot:giga https://example.org/a
      EOF
      ONBUILD RUN wget --progress=dot:giga https://example.org/a
      RUN ["wget", "https://example.org/a"]
    `,
  },
  'the wget of BusyBox has no such option, the one of the package has': {
    given: `
      FROM alpine:3.23 AS base
      RUN wget https://example.org/a
      FROM base
      RUN wget https://example.org/a
      FROM node:22-alpine
      RUN apk add --no-cache wget && wget https://example.org/a
                                     ^^^^ ${floods}
    `,
    fixed: `
      FROM alpine:3.23 AS base
      RUN wget https://example.org/a
      FROM base
      RUN wget https://example.org/a
      FROM node:22-alpine
      RUN apk add --no-cache wget && wget --progress=dot:giga https://example.org/a
    `,
  },
  'hadolint reports it there too': {
    preset: 'hadolint',
    given: `
      FROM alpine:3.23
      RUN wget https://example.org/a
          ^^^^ ${floods}
    `,
  },
  'a piece without FROM, and packages of that name': {
    given: `
      RUN apt-get install -y wget
      RUN wget https://example.org/a
          ^^^^ ${floods}
    `,
    fixed: `
      RUN apt-get install -y wget
      RUN wget --progress=dot:giga https://example.org/a
    `,
  },
});
