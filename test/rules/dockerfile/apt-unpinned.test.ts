import rule from '#core/rules/dockerfile/apt-unpinned.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (...packages: string[]) =>
  `No version is named for ${packages.map((name) => `\`${name}\``).join(', ')}: another build may install another one.`;

ruleTest(rule, {
  'the first package of a call is marked, all are named': {
    given: `
      FROM debian:12
      RUN apt-get update && apt-get install -y --no-install-recommends curl git=1:2.39.5-0 make
                                                                       ^^^^ ${says('curl', 'make')}
    `,
  },
  'a long list is cut': {
    given: `
      FROM debian:12
      RUN apt-get install -y \\
          a b c \\
          ^ No version is named for \`a\`, \`b\`, \`c\`, \`d\`, \`e\`, …: another build may install another one.
          d e f g
    `,
  },
  'files, suites, removals and variables name no version, and need none': {
    given: `
      FROM debian:12
      ARG TOOLS="curl=1 git=2"
      RUN apt-get install -y ./tool.deb /tmp/tool.deb libc6/bookworm-backports nano- $TOOLS "curl=$VERSION"
      RUN apt-get install -y
      RUN apt-get remove -y curl && apt-get update
    `,
  },
  'the values of options are no packages': {
    given: `
      FROM debian:12
      RUN apt-get install -y -t bookworm-backports -o Acquire::Retries=3 --target-release bookworm curl=8.1
      RUN apt-get -c /etc/apt/other.conf install curl=8.1 -y
    `,
  },
  'sudo, ONBUILD, heredocs and a script for another shell': {
    given: `
      FROM debian:12
      RUN sudo apt-get install -y curl && apt install -y git
                                  ^^^^ ${says('curl')}
                                                         ^^^ ${says('git')}
      ONBUILD RUN apt-get install -y curl
                                     ^^^^ ${says('curl')}
      RUN <<EOF
      apt-get install -y curl
                         ^^^^ ${says('curl')}
      EOF
      RUN bash -c "apt-get install -y curl"
                                      ^^^^ ${says('curl')}
    `,
  },
  'a piece of a file': {
    given: `
      RUN apt-get install -y curl
                             ^^^^ ${says('curl')}
    `,
  },
  'hadolint does not see apt, sudo and other shells, and takes variables for packages': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      RUN apt install -y curl && sudo apt-get install -y curl && sh -c "apt-get install -y curl"
      RUN apt-get install -y $TOOLS nano-
                             ^^^^^^ ${says('$TOOLS', 'nano-')}
      RUN apt-get install -yt bookworm curl=8.1 libc6/bookworm ./tool.deb
    `,
  },
});
