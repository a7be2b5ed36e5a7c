import rule from '#core/rules/dockerfile/apt-missing-yes.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string) => `Nobody can answer \`${command}\` during a build: add \`-y\`.`;

ruleTest(rule, {
  'the verb gets its -y': {
    given: `
      FROM debian:12
      RUN apt-get update && apt-get install --no-install-recommends curl
                            ^^^^^^^^^^^^^^^ ${says('apt-get install')}
    `,
    fixed: `
      FROM debian:12
      RUN apt-get update && apt-get install -y --no-install-recommends curl
    `,
  },
  'across continuations and comments, in lower case': {
    given: `
      FROM debian:12
      run apt-get update \\
        # what we need
        && apt-get -q \\
           install curl \\
           ^^^^^^^ ${says('apt-get install')}
        && apt-get upgrade
           ^^^^^^^^^^^^^^^ ${says('apt-get upgrade')}
    `,
    fixed: `
      FROM debian:12
      run apt-get update \\
        # what we need
        && apt-get -q \\
           install -y curl \\
        && apt-get upgrade -y
    `,
  },
  'every way to say yes counts': {
    given: `
      FROM debian:12
      RUN apt-get install -y curl
      RUN apt-get -y install curl
      RUN apt-get install curl -y
      RUN apt-get install -yqq curl
      RUN apt-get install -qy curl
      RUN apt-get -qq install curl
      RUN apt-get -q -q install curl
      RUN apt-get -q=2 install curl
      RUN apt-get --yes install curl
      RUN apt-get install --assume-yes curl
      RUN apt-get -o APT::Get::Assume-Yes=true install curl
      RUN apt-get -o=APT::Get::Assume-Yes=true install curl
      RUN yes | apt-get install curl
      RUN echo y | apt-get install curl
      RUN apt-get install --dry-run curl
    `,
  },
  'DEBIAN_FRONTEND and one -q do not answer': {
    given: `
      FROM debian:12
      ENV DEBIAN_FRONTEND=noninteractive
      RUN DEBIAN_FRONTEND=noninteractive apt-get -q install curl
                                         ^^^^^^^^^^^^^^^^^^ ${says('apt-get install')}
      RUN apt-get install -t bookworm-backports curl
          ^^^^^^^^^^^^^^^ ${says('apt-get install')}
    `,
    fixed: `
      FROM debian:12
      ENV DEBIAN_FRONTEND=noninteractive
      RUN DEBIAN_FRONTEND=noninteractive apt-get -q install -y curl
      RUN apt-get install -y -t bookworm-backports curl
    `,
  },
  'sudo, a full path and apt itself': {
    given: `
      FROM debian:12
      RUN sudo -E apt-get install curl
                  ^^^^^^^^^^^^^^^ ${says('apt-get install')}
      RUN /usr/bin/apt-get install curl
          ^^^^^^^^^^^^^^^^^^^^^^^^ ${says('apt-get install')}
      RUN apt install curl
          ^^^^^^^^^^^ ${says('apt install')}
    `,
    fixed: `
      FROM debian:12
      RUN sudo -E apt-get install -y curl
      RUN /usr/bin/apt-get install -y curl
      RUN apt install -y curl
    `,
  },
  'verbs that never ask, and words that only look like apt-get': {
    given: `
      FROM debian:12
      RUN apt-get update && apt-get clean && apt-get purge && apt-cache search curl
      RUN echo "apt-get install curl" && ./apt-get-install curl
      LABEL note="apt-get install curl"
    `,
  },
  'a setting of apt answers for what comes behind it, in children too': {
    given: `
      FROM debian:12 AS base
      RUN apt-get install curl
          ^^^^^^^^^^^^^^^ ${says('apt-get install')}
      RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes
      RUN apt-get install curl
      FROM base
      RUN apt-get install git
      FROM debian:12
      RUN apt-get install git
          ^^^^^^^^^^^^^^^ ${says('apt-get install')}
    `,
    fixed: `
      FROM debian:12 AS base
      RUN apt-get install -y curl
      RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes
      RUN apt-get install curl
      FROM base
      RUN apt-get install git
      FROM debian:12
      RUN apt-get install -y git
    `,
  },
  'the same setting as a heredoc': {
    given: `
      FROM debian:12
      COPY <<EOF /etc/apt/apt.conf.d/90yes
      APT::Get::Assume-Yes "true";
      EOF
      RUN apt-get install curl
    `,
  },
  'the script of a heredoc': {
    given: `
      FROM debian:12
      RUN <<EOF
      set -e
      apt-get update
      apt-get install curl
      ^^^^^^^^^^^^^^^ ${says('apt-get install')}
      EOF
    `,
    fixed: `
      FROM debian:12
      RUN <<EOF
      set -e
      apt-get update
      apt-get install -y curl
      EOF
    `,
  },
  'packages in a variable are no answer, options in one may be': {
    given: `
      FROM debian:12
      RUN apt-get install $PACKAGES
          ^^^^^^^^^^^^^^^ ${says('apt-get install')}
      RUN apt-get install $APT_OPTS curl
    `,
    fixed: `
      FROM debian:12
      RUN apt-get install -y $PACKAGES
      RUN apt-get install $APT_OPTS curl
    `,
  },
  ONBUILD: {
    given: `
      FROM debian:12
      ONBUILD RUN apt-get install curl
                  ^^^^^^^^^^^^^^^ ${says('apt-get install')}
    `,
    fixed: `
      FROM debian:12
      ONBUILD RUN apt-get install -y curl
    `,
  },
  'in a script for another shell, and in the array form': {
    given: `
      FROM debian:12
      RUN bash -lc "apt-get update && apt-get install curl"
                                      ^^^^^^^^^^^^^^^ Nobody can answer \`apt-get install\` during a build: add \`-y\`.
      RUN sh -c 'apt-get install -y curl'
    `,
    fixed: `
      FROM debian:12
      RUN bash -lc "apt-get update && apt-get install -y curl"
      RUN sh -c 'apt-get install -y curl'
    `,
  },
  'in the array form only the author can add it': {
    given: `
      FROM debian:12
      RUN ["apt-get", "install", "curl"]
           ^^^^^^^^^^^^^^^^^^^^ Nobody can answer \`apt-get install\` during a build: add \`-y\`.
      RUN ["apt-get", "install", "-y", "curl"]
    `,
  },
  'behind timeout, xargs and a variable for sudo': {
    given: `
      FROM debian:12
      RUN timeout 60 apt-get install --yes=true curl && $SUDO apt-get install curl
                                                              ^^^^^^^^^^^^^^^ Nobody can answer \`apt-get install\` during a build: add \`-y\`.
      RUN echo curl | xargs apt-get install -y=false
                            ^^^^^^^^^^^^^^^ Nobody can answer \`apt-get install\` during a build: add \`-y\`.
    `,
    fixed: `
      FROM debian:12
      RUN timeout 60 apt-get install --yes=true curl && $SUDO apt-get install -y curl
      RUN echo curl | xargs apt-get install -y=false
    `,
  },
  'a piece of a file': {
    given: `
      RUN apt-get install curl
          ^^^^^^^^^^^^^^^ ${says('apt-get install')}
    `,
    fixed: `
      RUN apt-get install -y curl
    `,
  },
  'hadolint asks for the option of apt-get install only, takes one -q for it, and reads no settings': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      RUN apt-get -q install curl && apt-get upgrade && apt install curl && sudo apt-get install curl
      RUN yes | apt-get install curl
                ^^^^^^^^^^^^^^^ ${says('apt-get install')}
      RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes
      RUN apt-get install curl
          ^^^^^^^^^^^^^^^ ${says('apt-get install')}
    `,
    fixed: `
      FROM debian:12
      RUN apt-get -q install curl && apt-get upgrade && apt install curl && sudo apt-get install curl
      RUN yes | apt-get install -y curl
      RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes
      RUN apt-get install -y curl
    `,
  },
});
