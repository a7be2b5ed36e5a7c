import rule from '#core/rules/dockerfile/sudo-in-run.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const needless = 'A RUN is root already unless USER says otherwise: leave out `sudo`.';
const user = 'With `sudo` anybody who gets into the container may become root: change to `USER root` for this step.';
const other = 'Run this as another user with USER, or with gosu or setpriv, instead of `sudo`.';

ruleTest(rule, {
  'the word goes': {
    given: `
      FROM debian:12
      RUN sudo apt-get update && sudo apt-get install -y curl
          ^^^^ ${needless}
                                 ^^^^ ${needless}
    `,
    fixed: `
      FROM debian:12
      RUN apt-get update && apt-get install -y curl
    `,
  },
  'behind continuations, in a heredoc, behind ONBUILD, by its path': {
    given: `
      FROM debian:12
      RUN set -e; \\
        # as root
        /usr/bin/sudo make
        ^^^^^^^^^^^^^ ${needless}
      RUN <<EOF
      sudo make
      ^^^^ ${needless}
      EOF
      ONBUILD RUN sudo make
                  ^^^^ ${needless}
    `,
    fixed: `
      FROM debian:12
      RUN set -e; \\
        # as root
        make
      RUN <<EOF
      make
      EOF
      ONBUILD RUN make
    `,
  },
  'another user may need it, also in child stages': {
    given: `
      FROM debian:12 AS base
      USER app
      RUN sudo make
          ^^^^ ${user}
      FROM base
      RUN sudo make
          ^^^^ ${user}
      USER root
      RUN sudo -u app make
          ^^^^ ${other}
    `,
  },
  'in the array form, with variables, behind other programs': {
    given: `
      FROM debian:12
      USER app
      RUN ["sudo", "make"]
           ^^^^^^ ${user}
      RUN sudo DEBIAN_FRONTEND=noninteractive make
          ^^^^ ${user}
      RUN env A=1 sudo make && echo a | xargs sudo rm
                  ^^^^ ${user}
                                              ^^^^ ${user}
      RUN bash -c "sudo make"
                   ^^^^ ${user}
    `,
  },
  'kics#2180: the package, its files and its name are no use of it': {
    given: `
      FROM debian:12
      RUN apt-get install -y sudo
      RUN echo "app ALL=(ALL) NOPASSWD:ALL" > /etc/sudoers.d/app && chmod 0440 /etc/sudoers.d/app
      RUN usermod -aG sudo app && echo "use sudo make"
      RUN which sudo; command -v sudo
      CMD sudo start
    `,
  },
  'a piece without FROM': {
    given: `
      RUN sudo make
          ^^^^ ${needless}
    `,
    fixed: `
      RUN make
    `,
  },
});
