import rule from '#core/rules/dockerfile/apt-instead-of-apt-get.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (better = 'apt-get') => `\`apt\` is made for people and may change: scripts use \`${better}\`.`;

ruleTest(rule, {
  'the word is replaced': {
    given: `
      FROM debian:12
      RUN apt update && apt -qq install curl
          ^^^ ${says()}
                        ^^^ ${says()}
    `,
    fixed: `
      FROM debian:12
      RUN apt-get update && apt-get -qq install curl
    `,
  },
  'what only asks goes to apt-cache, upgrades keep their meaning': {
    given: `
      FROM debian:12
      RUN apt search curl && apt policy curl
          ^^^ ${says('apt-cache')}
                             ^^^ ${says('apt-cache')}
      RUN apt upgrade -y && apt full-upgrade -y
          ^^^ ${says()}
                            ^^^ ${says()}
    `,
    fixed: `
      FROM debian:12
      RUN apt-cache search curl && apt-cache policy curl
      RUN apt-get upgrade --with-new-pkgs -y && apt-get dist-upgrade -y
    `,
  },
  'no fix where apt-get has no such command': {
    given: `
      FROM debian:12
      RUN apt list --installed && apt --version
          ^^^ ${says()}
                                  ^^^ ${says()}
      RUN apt $VERB curl
          ^^^ ${says()}
    `,
  },
  'continuations, sudo, a path, ONBUILD, heredocs and other shells': {
    given: `
      FROM debian:12
      RUN set -e; \\
          sudo /usr/bin/apt \\
               ^^^^^^^^^^^^ ${says()}
          install curl
      ONBUILD RUN apt update
                  ^^^ ${says()}
      RUN <<EOF
      apt update
      ^^^ ${says()}
      EOF
      RUN bash -c "apt update"
                   ^^^ ${says()}
    `,
    fixed: `
      FROM debian:12
      RUN set -e; \\
          sudo /usr/bin/apt-get \\
          install curl
      ONBUILD RUN apt-get update
      RUN <<EOF
      apt-get update
      EOF
      RUN bash -c "apt-get update"
    `,
  },
  'words and folders that are called apt, and rm beside it': {
    given: `
      FROM debian:12
      RUN rm -rf /var/lib/apt && echo apt && apt-get update && apt-key list
      RUN apt update && rm -rf /var/lib/apt/lists/*
          ^^^ ${says()}
    `,
    fixed: `
      FROM debian:12
      RUN rm -rf /var/lib/apt && echo apt && apt-get update && apt-key list
      RUN apt-get update && rm -rf /var/lib/apt/lists/*
    `,
  },
  'a piece of a file': {
    given: `
      RUN apt update
          ^^^ ${says()}
    `,
    fixed: `
      RUN apt-get update
    `,
  },
  'hadolint sees it as the first word of a command only': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      RUN sudo apt update && /usr/bin/apt update
      RUN apt list
          ^^^ ${says()}
    `,
  },
});
