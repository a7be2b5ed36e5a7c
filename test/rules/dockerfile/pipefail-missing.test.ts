import rule from '#core/rules/dockerfile/pipefail-missing.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const hidden = 'Only the last command of this pipe decides whether the RUN fails: set `pipefail`.';

ruleTest(rule, {
  'one SHELL in front of the first pipe repairs the stage': {
    given: `
      FROM debian:12
      RUN wget -qO- https://example.org | sort > /a
                                        ^ ${hidden}
      RUN cat /a | gzip > /b
                 ^ ${hidden}
    `,
    fixed: `
      FROM debian:12
      SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      RUN wget -qO- https://example.org | sort > /a
      RUN cat /a | gzip > /b
    `,
  },
  'ash on Alpine, in the case of the file': {
    given: `
      from alpine:3.23
      run wget -qO- https://example.org \\
        # sorted
        | sort > /a
        ^ ${hidden}
    `,
    fixed: `
      from alpine:3.23
      shell ["/bin/ash", "-o", "pipefail", "-c"]
      run wget -qO- https://example.org \\
        # sorted
        | sort > /a
    `,
  },
  'above the comments of the RUN, indented as it is': {
    given: `
      FROM debian:12
      # base

        # hadolint ignore=DL3008
        # sorted
        RUN a | b
              ^ ${hidden}
    `,
    fixed: `
      FROM debian:12
      # base

        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        # hadolint ignore=DL3008
        # sorted
        RUN a | b
    `,
  },
  'a SHELL that lacks it gets it': {
    given: `
      FROM node:22
      SHELL ["/bin/bash", "-c"]
      RUN curl https://example.org | tar x
                                   ^ ${hidden}
    `,
    fixed: `
      FROM node:22
      SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      RUN curl https://example.org | tar x
    `,
  },
  'SHELL holds for the stages built on it, and for no others': {
    given: `
      FROM debian:12 AS base
      SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
      RUN a | b
      FROM base AS child
      RUN a | b
      FROM child
      RUN a | b
      FROM scratch
      RUN a | b
            ^ ${hidden}
    `,
  },
  'hadolint#806, #522: set -o pipefail in the script': {
    given: `
      FROM debian:12
      SHELL ["/bin/bash", "-c"]
      RUN set -o pipefail && a | b
      RUN set -euxo pipefail; a | b
      RUN set +o pipefail && true
      ONBUILD RUN set -o pipefail; a | b; set +o pipefail; c | d
                                                             ^ ${hidden}
    `,
  },
  'hadolint#1137: heredocs, by their shebang or the shell in front': {
    given: `
      FROM debian:12
      RUN bash -o pipefail <<EOF
      a | b
      EOF
      RUN <<EOF
      #!/usr/bin/env -S bash -eo pipefail
      a | b
      EOF
      RUN <<EOF
      #!/bin/bash
      a | b
        ^ ${hidden}
      EOF
    `,
    fixed: `
      FROM debian:12
      RUN bash -o pipefail <<EOF
      a | b
      EOF
      RUN <<EOF
      #!/usr/bin/env -S bash -eo pipefail
      a | b
      EOF
      RUN <<EOF
      #!/bin/bash
      set -o pipefail
      a | b
      EOF
    `,
  },
  'a shell in the script is one of its own': {
    given: `
      SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      RUN bash -o pipefail -c "a | b" && c | d
      RUN bash -c "a | b" && c | d
                     ^ ${hidden}
    `,
  },
  'PowerShell, cmd and Windows have no pipefail': {
    given: `
      FROM mcr.microsoft.com/windows/servercore:ltsc2022
      RUN dir | find "x"
      SHELL ["powershell", "-Command"]
      RUN Get-ChildItem | Sort-Object
      FROM debian:12
      SHELL ["pwsh", "-Command"]
      RUN Get-ChildItem | Sort-Object
    `,
  },
  'what is no pipe, cannot fail, or is forgiven': {
    given: `
      FROM debian:12
      RUN echo "a | b" && yq '.a | .b' x.yml || true
      RUN echo y | install
      RUN yes | install
      RUN a | b || true
      RUN ["sh", "-c", "echo"]
      CMD a | b
    `,
  },
  'strict asks for it there too': {
    preset: 'strict',
    given: `
      FROM scratch
      RUN echo y | install
                 ^ ${hidden}
    `,
  },
  'hadolint looks at SHELL only, and begins anew with FROM': {
    preset: 'hadolint',
    given: `
      FROM debian:12 AS base
      SHELL ["/bin/bash", "-o", "pipefail", "-c"]
      RUN a | b
      FROM base
      RUN set -o pipefail && a | b
                               ^ ${hidden}
      RUN echo y | install
                 ^ ${hidden}
    `,
  },
  'a piece without FROM': {
    given: `
      RUN a | b
            ^ ${hidden}
    `,
  },
});
