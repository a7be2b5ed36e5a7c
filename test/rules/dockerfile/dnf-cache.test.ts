import rule from '#core/rules/dockerfile/dnf-cache.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string, clean = 'dnf clean all') =>
  `What \`${command}\` downloads stays in this layer: run \`${clean}\` in the same RUN.`;

ruleTest(rule, {
  'one line, several lines and sudo': {
    given: `
      FROM fedora:43
      RUN dnf install httpd
          ^^^^^^^^^^^ ${says('dnf install')}
      RUN sudo dnf install \\
               ^^^^^^^^^^^ ${says('dnf install')}
          # what we need
          httpd
    `,
    fixed: `
      FROM fedora:43
      RUN dnf install httpd && dnf clean all
      RUN sudo dnf install \\
          # what we need
          httpd \\
          && sudo dnf clean all
    `,
  },
  'the script of a heredoc, and ONBUILD': {
    given: `
      FROM fedora:43
      RUN <<EOF
        dnf install httpd
        ^^^^^^^^^^^ ${says('dnf install')}
      EOF
      ONBUILD RUN dnf install httpd
                  ^^^^^^^^^^^ ${says('dnf install')}
    `,
    fixed: `
      FROM fedora:43
      RUN <<EOF
        dnf install httpd
        dnf clean all
      EOF
      ONBUILD RUN dnf install httpd && dnf clean all
    `,
  },
  'every usual way to clean up counts': {
    given: `
      FROM fedora:43
      RUN dnf install httpd && dnf clean all
      RUN dnf install httpd; dnf clean all; rm -rf /tmp/*
      RUN dnf install httpd && rm -rf /var/cache/dnf/*
      RUN dnf install httpd && rm -rf /var/cache/* /tmp/*
      RUN dnf install httpd && rm -rf /var/cache/{x,dnf}
      RUN dnf install httpd && find /var/cache/dnf -mindepth 1 -delete
      RUN --mount=type=cache,target=/var/cache/dnf dnf install httpd
      RUN --mount=type=tmpfs,target=/var/cache dnf install httpd
      RUN dnf --version && dnf search httpd
    `,
  },
  'hadolint#957: cleaning up before something is fetched does not count': {
    given: `
      FROM fedora:43
      RUN dnf clean all && dnf install httpd
                           ^^^^^^^^^^^ ${says('dnf install')}
    `,
    fixed: `
      FROM fedora:43
      RUN dnf clean all && dnf install httpd && dnf clean all
    `,
  },
  'only what is shipped matters': {
    given: `
      FROM fedora:43 AS build
      RUN dnf install gcc
      FROM fedora:43
      COPY --from=build /app /app
    `,
  },
  'no fix where the end of the line would swallow it': {
    given: `
      FROM fedora:43
      RUN dnf install httpd; true;
          ^^^^^^^^^^^ ${says('dnf install')}
      RUN sh -c "dnf install httpd"
                 ^^^^^^^^^^^ ${says('dnf install')}
    `,
  },
  'a piece of a file': {
    given: `
      RUN dnf install httpd
          ^^^^^^^^^^^ ${says('dnf install')}
    `,
    fixed: `
      RUN dnf install httpd && dnf clean all
    `,
  },
  'microdnf keeps its name, and dnf5 its folder': {
    given: `
      FROM redhat/ubi9-minimal:9.6
      RUN microdnf install httpd
          ^^^^^^^^^^^^^^^^ ${says('microdnf install', 'microdnf clean all')}
      RUN --mount=type=cache,target=/var/cache/libdnf5 dnf5 -y install httpd
      RUN dnf -y upgrade && microdnf clean all
    `,
    fixed: `
      FROM redhat/ubi9-minimal:9.6
      RUN microdnf install httpd && microdnf clean all
      RUN --mount=type=cache,target=/var/cache/libdnf5 dnf5 -y install httpd
      RUN dnf -y upgrade && microdnf clean all
    `,
  },
  'for hadolint each program cleans up behind itself, and only the folder of dnf5 is a cache': {
    preset: 'hadolint',
    given: `
      FROM fedora:43
      RUN dnf install -y httpd && microdnf clean all
          ^^^^^^^^^^^ ${says('dnf install')}
      RUN --mount=type=cache,target=/var/cache/dnf dnf install -y httpd
                                                   ^^^^^^^^^^^ ${says('dnf install')}
      RUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y httpd
      RUN dnf install -y httpd && rm -rf /tmp/*
      RUN dnf -y upgrade
    `,
  },
});
