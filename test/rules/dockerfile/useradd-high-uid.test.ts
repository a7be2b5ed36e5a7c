import rule from '#core/rules/dockerfile/useradd-high-uid.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (uid: string) =>
  `With the user id ${uid} \`useradd\` makes log files of gigabytes in the layer: add \`--no-log-init\`.`;

ruleTest(rule, {
  'the option is inserted': {
    given: `
      FROM debian:12
      RUN groupadd app && useradd -m -u 123456 app
                          ^^^^^^^ ${says('123456')}
    `,
    fixed: `
      FROM debian:12
      RUN groupadd app && useradd --no-log-init -m -u 123456 app
    `,
  },
  'every spelling of the id': {
    given: `
      FROM debian:12
      RUN useradd --uid 1000670000 a && useradd --uid=1000670000 b && useradd -mu1000670000 c
          ^^^^^^^ ${says('1000670000')}
                                        ^^^^^^^ ${says('1000670000')}
                                                                      ^^^^^^^ ${says('1000670000')}
    `,
    fixed: `
      FROM debian:12
      RUN useradd --no-log-init --uid 1000670000 a && useradd --no-log-init --uid=1000670000 b && useradd --no-log-init -mu1000670000 c
    `,
  },
  'small ids, with the option, other programs, and the id of a group': {
    given: `
      FROM debian:12
      RUN useradd -u 99999 a && useradd b && useradd -l -u 123456 c && useradd -ml -u 123456 d
      RUN useradd --no-log-init -u 123456 e && adduser -u 123456 f && useradd -g 123456 g
      RUN useradd -u $APP_USER_ID h
    `,
  },
  'across lines, in heredocs, behind ONBUILD and sudo': {
    given: `
      FROM debian:12
      RUN make \\
        # a user
        && sudo useradd \\
                ^^^^^^^ ${says('123456')}
          -u 123456 app
      RUN <<EOF
      /usr/sbin/useradd -u 123456 app
      ^^^^^^^^^^^^^^^^^ ${says('123456')}
      EOF
      ONBUILD RUN useradd -u 123456 app
                  ^^^^^^^ ${says('123456')}
    `,
    fixed: `
      FROM debian:12
      RUN make \\
        # a user
        && sudo useradd --no-log-init \\
          -u 123456 app
      RUN <<EOF
      /usr/sbin/useradd --no-log-init -u 123456 app
      EOF
      ONBUILD RUN useradd --no-log-init -u 123456 app
    `,
  },
  'in the array form the author adds it': {
    given: `
      FROM debian:12
      RUN ["useradd", "-u", "123456", "app"]
           ^^^^^^^^^ ${says('123456')}
    `,
  },
  'a piece without FROM': {
    given: `
      RUN useradd -u 123456 app
          ^^^^^^^ ${says('123456')}
    `,
    fixed: `
      RUN useradd --no-log-init -u 123456 app
    `,
  },
});
