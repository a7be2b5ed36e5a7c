import rule from '#core/rules/dockerfile/zypper-cache.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string, clean = 'zypper clean --all') =>
  `What \`${command}\` downloads stays in this layer: run \`${clean}\` in the same RUN.`;

ruleTest(rule, {
  'one line, several lines and sudo': {
    given: `
      FROM fedora:43
      RUN zypper install httpd
          ^^^^^^^^^^^^^^ ${says('zypper install')}
      RUN sudo zypper install \\
               ^^^^^^^^^^^^^^ ${says('zypper install')}
          # what we need
          httpd
    `,
    fixed: `
      FROM fedora:43
      RUN zypper install httpd && zypper clean --all
      RUN sudo zypper install \\
          # what we need
          httpd \\
          && sudo zypper clean --all
    `,
  },
  'the script of a heredoc, and ONBUILD': {
    given: `
      FROM fedora:43
      RUN <<EOF
        zypper install httpd
        ^^^^^^^^^^^^^^ ${says('zypper install')}
      EOF
      ONBUILD RUN zypper install httpd
                  ^^^^^^^^^^^^^^ ${says('zypper install')}
    `,
    fixed: `
      FROM fedora:43
      RUN <<EOF
        zypper install httpd
        zypper clean --all
      EOF
      ONBUILD RUN zypper install httpd && zypper clean --all
    `,
  },
  'every usual way to clean up counts': {
    given: `
      FROM fedora:43
      RUN zypper install httpd && zypper clean --all
      RUN zypper install httpd; zypper clean --all; rm -rf /tmp/*
      RUN zypper install httpd && rm -rf /var/cache/zypp/*
      RUN zypper install httpd && rm -rf /var/cache/* /tmp/*
      RUN zypper install httpd && rm -rf /var/cache/{x,zypp}
      RUN zypper install httpd && find /var/cache/zypp -mindepth 1 -delete
      RUN --mount=type=cache,target=/var/cache/zypp zypper install httpd
      RUN --mount=type=tmpfs,target=/var/cache zypper install httpd
      RUN zypper --version && zypper search httpd
    `,
  },
  'hadolint#957: cleaning up before something is fetched does not count': {
    given: `
      FROM fedora:43
      RUN zypper clean --all && zypper install httpd
                                ^^^^^^^^^^^^^^ ${says('zypper install')}
    `,
    fixed: `
      FROM fedora:43
      RUN zypper clean --all && zypper install httpd && zypper clean --all
    `,
  },
  'only what is shipped matters': {
    given: `
      FROM fedora:43 AS build
      RUN zypper install gcc
      FROM fedora:43
      COPY --from=build /app /app
    `,
  },
  'no fix where the end of the line would swallow it': {
    given: `
      FROM fedora:43
      RUN zypper install httpd; true;
          ^^^^^^^^^^^^^^ ${says('zypper install')}
      RUN sh -c "zypper install httpd"
                 ^^^^^^^^^^^^^^ ${says('zypper install')}
    `,
  },
  'a piece of a file': {
    given: `
      RUN zypper install httpd
          ^^^^^^^^^^^^^^ ${says('zypper install')}
    `,
    fixed: `
      RUN zypper install httpd && zypper clean --all
    `,
  },
  'hadolint looks at every stage and at installs only': {
    preset: 'hadolint',
    given: `
      FROM opensuse/leap:15.6 AS build
      RUN zypper in -y gcc
          ^^^^^^^^^ ${says('zypper in')}
      FROM opensuse/leap:15.6
      RUN zypper update -y && sudo zypper in -y httpd
      RUN zypper in -y httpd && zypper cc
    `,
  },
});
