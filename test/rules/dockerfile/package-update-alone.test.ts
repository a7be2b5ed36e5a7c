import rule from '#core/rules/dockerfile/package-update-alone.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string) =>
  `\`${command}\` without an install in the same RUN is cached: a later install then asks for packages that are gone.`;

ruleTest(rule, {
  'the RUN below takes it in': {
    given: `
      FROM debian:12
      RUN apt-get update
          ^^^^^^^^^^^^^^ ${says('apt-get update')}

      RUN apt-get install -y curl \\
          && rm -rf /var/lib/apt/lists/*
    `,
    fixed: `
      FROM debian:12
      RUN apt-get update \\
          && apt-get install -y curl \\
          && rm -rf /var/lib/apt/lists/*
    `,
  },
  'each package manager in its own words': {
    given: `
      FROM alpine:3.23
      RUN apk update
          ^^^^^^^^^^ ${says('apk update')}
      RUN yum makecache
          ^^^^^^^^^^^^^ ${says('yum makecache')}
      RUN zypper -n refresh
          ^^^^^^^^^^^^^^^^^ ${says('zypper refresh')}
    `,
  },
  'sudo, ONBUILD, heredocs and other shells': {
    given: `
      FROM debian:12
      RUN sudo apt-get -qq update && rm -rf /tmp/*
               ^^^^^^^^^^^^^^^^^^ ${says('apt-get update')}
      ONBUILD RUN apt-get update
                  ^^^^^^^^^^^^^^ ${says('apt-get update')}
      RUN <<EOF
      apt-get update
      ^^^^^^^^^^^^^^ ${says('apt-get update')}
      echo done
      EOF
    `,
  },
  'whatever uses the lists, and scripts that may': {
    given: `
      FROM debian:12
      RUN apt-get update && apt-get install -y curl
      RUN apt-get update && apt-get upgrade -y
      RUN apt-get update && apt-get build-dep -y bash
      RUN apt-get update && ./install-packages.sh
      RUN apt-get update && $INSTALL curl
      RUN apt-get update && curl -fsSL https://example.org/x | bash -
      RUN apk update && apk add git
      RUN yum -y update
    `,
  },
  'update in the name of something else': {
    given: `
      FROM debian:12
      RUN update-ca-certificates && npm update && git submodule update && apt-get-update
    `,
  },
  'an install of something else does not hide it': {
    given: `
      FROM debian:12
      RUN apt-get update
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
      RUN npm install
      RUN apk add git
    `,
  },
  'lists in a cache outlive the RUN': {
    given: `
      FROM debian:12
      RUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update
      RUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get install -y curl
    `,
  },
  'no fix where joining would change something': {
    given: `
      FROM debian:12
      RUN apt-get update
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
      # a word on curl
      RUN apt-get install -y curl
      RUN apt-get update
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
      RUN apt-get install -y curl; true
      RUN cd /tmp && apt-get update
                     ^^^^^^^^^^^^^^ ${says('apt-get update')}
      RUN apt-get install -y curl
      RUN apt-get update
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
      USER root
      RUN apt-get install -y curl
    `,
  },
  'lines of Windows and another escape keep their shape': {
    given: `# escape=\`\r\nFROM debian:12\r\nRUN apt-get update\r
    ^^^^^^^^^^^^^^ ${says('apt-get update')}\nRUN apt-get install -y curl\r\n`,
    fixed: `# escape=\`\r\nFROM debian:12\r\nRUN apt-get update \`\r\n    && apt-get install -y curl\r\n`,
  },
  'a piece of a file': {
    given: `
      RUN apt-get update
          ^^^^^^^^^^^^^^ ${says('apt-get update')}
      WORKDIR /app
    `,
  },
});
