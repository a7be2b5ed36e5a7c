import rule from '#core/rules/dockerfile/apt-recommends.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string, option = '--no-install-recommends') =>
  `\`${command}\` also installs what the packages only recommend: add \`${option}\`.`;

ruleTest(rule, {
  'the option goes behind the verb': {
    given: `
      FROM debian:12
      RUN apt-get update && apt-get install -y curl
                            ^^^^^^^^^^^^^^^ ${says('apt-get install')}
    `,
    fixed: `
      FROM debian:12
      RUN apt-get update && apt-get install --no-install-recommends -y curl
    `,
  },
  'apt and aptitude, each in its own words, behind sudo and in another shell': {
    given: `
      FROM debian:12
      RUN sudo apt install -y curl
               ^^^^^^^^^^^ ${says('apt install')}
      RUN sh -c "aptitude install -y curl"
                 ^^^^^^^^^^^^^^^^ ${says('aptitude install', '--without-recommends')}
    `,
    fixed: `
      FROM debian:12
      RUN sudo apt install --no-install-recommends -y curl
      RUN sh -c "aptitude install --without-recommends -y curl"
    `,
  },
  'continuations, ONBUILD and heredocs': {
    given: `
      FROM debian:12
      RUN apt-get \\
          install curl
          ^^^^^^^ ${says('apt-get install')}
      ONBUILD RUN apt-get install curl
                  ^^^^^^^^^^^^^^^ ${says('apt-get install')}
      RUN <<EOF
      apt-get install curl
      ^^^^^^^^^^^^^^^ ${says('apt-get install')}
      EOF
    `,
    fixed: `
      FROM debian:12
      RUN apt-get \\
          install --no-install-recommends curl
      ONBUILD RUN apt-get install --no-install-recommends curl
      RUN <<EOF
      apt-get install --no-install-recommends curl
      EOF
    `,
  },
  'every way to say it, and to decide otherwise': {
    given: `
      FROM debian:12
      RUN apt-get install --no-install-recommends -y curl
      RUN apt-get --no-install-recommends install -y curl
      RUN apt-get install -y -o APT::Install-Recommends=false curl
      RUN apt-get install -y -oAPT::Install-Recommends=0 curl
      RUN aptitude install -R curl && aptitude install --without-recommends curl
      RUN apt-get install --install-recommends winehq-stable
      RUN apt-get install $APT_OPTS curl
      RUN apt-get install -y && apt-get upgrade -y && apt-get remove -y curl
    `,
  },
  'a setting of apt that is written earlier, also as a heredoc': {
    given: `
      FROM debian:12 AS base
      RUN apt-get install -y curl
          ^^^^^^^^^^^^^^^ ${says('apt-get install')}
      RUN echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/00recommends
      RUN apt-get install -y curl
      FROM base
      RUN apt-get install -y curl
      FROM debian:12
      COPY <<EOF /etc/apt/apt.conf.d/00recommends
      APT::Install-Recommends "0";
      EOF
      RUN apt-get install -y curl
    `,
    fixed: `
      FROM debian:12 AS base
      RUN apt-get install --no-install-recommends -y curl
      RUN echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/00recommends
      RUN apt-get install -y curl
      FROM base
      RUN apt-get install -y curl
      FROM debian:12
      COPY <<EOF /etc/apt/apt.conf.d/00recommends
      APT::Install-Recommends "0";
      EOF
      RUN apt-get install -y curl
    `,
  },
  'a piece of a file': {
    given: `
      RUN apt-get install -y curl
          ^^^^^^^^^^^^^^^ ${says('apt-get install')}
    `,
    fixed: `
      RUN apt-get install --no-install-recommends -y curl
    `,
  },
  'hadolint looks at apt-get only and reads no settings': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      RUN apt install -y curl && sudo apt-get install -y curl
      RUN apt-get install -y -o APT::Install-Recommends=false curl
      RUN apt-get install -y -o APT::Install-Recommends=0 curl
          ^^^^^^^^^^^^^^^ ${says('apt-get install')}
    `,
  },
});
