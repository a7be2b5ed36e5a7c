import rule from '#core/rules/dockerfile/cd-instead-of-workdir.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const alone = 'This `cd` ends with its RUN and changes nothing for what comes behind it: use WORKDIR.';
const leading = 'Set the folder with WORKDIR, so that readers and later instructions know it.';
const inside = 'Set the folder with WORKDIR instead of `cd`.';

ruleTest(rule, {
  'a leading cd moves to a line of its own': {
    given: `
      FROM debian:12
      RUN cd /usr/src/app && make && make install
          ^^^^^^^^^^^^^^^ ${leading}
    `,
    fixed: `
      FROM debian:12
      WORKDIR /usr/src/app
      RUN make && make install
    `,
  },
  'across lines, in lower case': {
    given: `
      from debian:12
      run --mount=type=cache,target=/c cd /src \\
                                       ^^^^^^^ ${leading}
        # build
        && make
    `,
    fixed: `
      from debian:12
      workdir /src
      run --mount=type=cache,target=/c make
    `,
  },
  'a cd alone does nothing': {
    given: `
      FROM debian:12
      RUN cd /app
          ^^^^^^^ ${alone}
      RUN <<EOF
      cd /app
      ^^^^^^^ ${alone}
      EOF
    `,
  },
  'only an author knows what these mean for WORKDIR': {
    given: `
      FROM debian:12
      RUN cd "$HOME" && make
          ^^^^^^^^^^ ${leading}
      RUN cd src && make
          ^^^^^^ ${leading}
      RUN cd /a; make
          ^^^^^ ${leading}
      ONBUILD RUN cd /a && make
                  ^^^^^ ${leading}
      RUN <<EOF
      cd /src
      ^^^^^^^ ${leading}
      make
      EOF
    `,
  },
  'in a subshell and in the middle of a chain it does no harm': {
    given: `
      FROM debian:12
      RUN (cd /src && make)
      RUN set -ex && cd /src && make
      RUN git clone https://example.org/x.git && cd x && make
      RUN echo cd /src && abcd /x
    `,
  },
  'in a piece without FROM a new line would be one more that has none': {
    given: `
      # syntax=docker/dockerfile:1
      RUN cd /src && make
          ^^^^^^^ ${leading}
    `,
  },
  'hadolint asks for WORKDIR everywhere': {
    preset: 'hadolint',
    given: `
      RUN (cd /src && make)
           ^^^^^^^ ${inside}
      RUN make && cd /tmp
                  ^^^^^^^ ${inside}
    `,
  },
});
