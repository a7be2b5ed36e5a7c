import rule from '#core/rules/dockerfile/package-upgrade-in-build.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string) =>
  `\`${command}\` installs whatever is newest on the day of the build: a newer base image brings the same.`;

ruleTest(rule, {
  'each package manager in its own words': {
    given: `
      FROM debian:12
      RUN apt-get update && apt-get -y dist-upgrade
                            ^^^^^^^^^^^^^^^^^^^^^^^ ${says('apt-get dist-upgrade')}
      RUN apk update && apk upgrade --no-cache
                        ^^^^^^^^^^^ ${says('apk upgrade')}
      RUN yum -y update
          ^^^^^^^^^^^^^ ${says('yum update')}
      RUN microdnf upgrade
          ^^^^^^^^^^^^^^^^ ${says('microdnf upgrade')}
      RUN zypper -n dup
          ^^^^^^^^^^^^^ ${says('zypper dup')}
    `,
  },
  'continuations, ONBUILD, heredocs and sudo': {
    given: `
      FROM debian:12
      RUN apt-get \\
          upgrade -y
          ^^^^^^^ ${says('apt-get upgrade')}
      ONBUILD RUN sudo apk upgrade
                       ^^^^^^^^^^^ ${says('apk upgrade')}
      RUN <<EOF
      dnf -y upgrade
      ^^^^^^^^^^^^^^ ${says('dnf upgrade')}
      EOF
    `,
  },
  'single packages, fixes of holes, and what only refreshes lists': {
    given: `
      FROM fedora:43
      RUN yum -y update openssl && apk upgrade busybox && apt-get upgrade -y openssl
      RUN dnf -y upgrade --security
      RUN apt-get update && apk update && zypper refresh
      RUN pip install --upgrade pip && update-ca-certificates
    `,
  },
  'a piece of a file': {
    given: `
      RUN apk upgrade
          ^^^^^^^^^^^ ${says('apk upgrade')}
    `,
  },
  'hadolint minds zypper dist-upgrade only': {
    preset: 'hadolint',
    given: `
      FROM opensuse/leap:15.6
      RUN zypper -n dist-upgrade
          ^^^^^^^^^^^^^^^^^^^^^^ ${says('zypper dist-upgrade')}
      RUN zypper -n update && apt-get upgrade -y && sudo zypper dup
    `,
  },
  'words and variables that only look like it': {
    given: `
      FROM debian:12
      RUN echo apt-get upgrade && ./apk-upgrade
      RUN apt-get $VERB
      LABEL run="apt-get upgrade"
    `,
  },
});
