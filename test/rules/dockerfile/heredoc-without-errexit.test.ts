import rule from '#core/rules/dockerfile/heredoc-without-errexit.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string) =>
  `When \`${command}\` fails, this script goes on and the RUN succeeds: begin with \`set -e\`.`;

ruleTest(rule, {
  'set -e becomes the first line': {
    given: `
      FROM debian:12
      RUN <<EOF
          ^^^^^ ${says('apt-get')}
      apt-get update
      apt-get install -y curl
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
  'behind a shebang, with quotes, tabs and ONBUILD': {
    given: `
      FROM debian:12
      RUN <<'EOF'
          ^^^^^^^ ${says('make')}
      #!/bin/bash
        make
        make install
      EOF
      ONBUILD RUN bash <<-EOF
                       ^^^^^^ ${says('make')}
      \tmake; make install
      \tEOF
    `,
    fixed: `
      FROM debian:12
      RUN <<'EOF'
      #!/bin/bash
        set -e
        make
        make install
      EOF
      ONBUILD RUN bash <<-EOF
      \tset -e
      \tmake; make install
      \tEOF
    `,
  },
  'already set, in every place that can': {
    given: `
      FROM debian:12
      RUN <<EOF
      set -eux
      make
      make install
      EOF
      RUN <<EOF
      echo hello
      set -o errexit
      make
      make install
      EOF
      RUN <<EOF
      #!/bin/bash -e
      make
      make install
      EOF
      RUN bash -ex <<EOF
      make
      make install
      EOF
      SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
      RUN <<EOF
      make
      make install
      EOF
    `,
  },
  'one command, a chain, and failures that are looked at': {
    given: `
      FROM debian:12
      RUN <<EOF
      make install
      EOF
      RUN <<EOF
      make &&
        make install
      EOF
      RUN <<EOF
      make || exit 1
      make install | tee /log
      EOF
      RUN <<EOF
      if [ -f /x ]; then
        make
      fi
      EOF
      RUN <<EOF
      export A=1
      B=2
      echo "$A"
      make
      EOF
    `,
  },
  'no script of a shell': {
    given: `
      FROM python:3.14
      RUN python3 <<EOF
      import os
      print(os.name)
      EOF
      RUN <<EOF
      #!/usr/bin/env node
      a()
      b()
      EOF
      RUN cat <<EOF > /etc/motd
      make
      make install
      EOF
      COPY <<EOF /x
      make
      make install
      EOF
      RUN a; b
    `,
  },
  'a piece without FROM': {
    given: `
      RUN <<EOF
          ^^^^^ ${says('cd')}
      cd /app
      make
      EOF
    `,
    fixed: `
      RUN <<EOF
      set -e
      cd /app
      make
      EOF
    `,
  },
});
