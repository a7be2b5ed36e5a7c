import rule from '#core/rules/dockerfile/yum-cache.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string, clean = 'yum clean all') =>
  `What \`${command}\` downloads stays in this layer: run \`${clean}\` in the same RUN.`;

ruleTest(rule, {
  'one line, several lines and sudo': {
    given: `
      FROM fedora:43
      RUN yum install httpd
          ^^^^^^^^^^^ ${says('yum install')}
      RUN sudo yum install \\
               ^^^^^^^^^^^ ${says('yum install')}
          # what we need
          httpd
    `,
    fixed: `
      FROM fedora:43
      RUN yum install httpd && yum clean all
      RUN sudo yum install \\
          # what we need
          httpd \\
          && sudo yum clean all
    `,
  },
  'the script of a heredoc, and ONBUILD': {
    given: `
      FROM fedora:43
      RUN <<EOF
        yum install httpd
        ^^^^^^^^^^^ ${says('yum install')}
      EOF
      ONBUILD RUN yum install httpd
                  ^^^^^^^^^^^ ${says('yum install')}
    `,
    fixed: `
      FROM fedora:43
      RUN <<EOF
        yum install httpd
        yum clean all
      EOF
      ONBUILD RUN yum install httpd && yum clean all
    `,
  },
  'every usual way to clean up counts': {
    given: `
      FROM fedora:43
      RUN yum install httpd && yum clean all
      RUN yum install httpd; yum clean all; rm -rf /tmp/*
      RUN yum install httpd && rm -rf /var/cache/yum/*
      RUN yum install httpd && rm -rf /var/cache/* /tmp/*
      RUN yum install httpd && rm -rf /var/cache/{x,yum}
      RUN yum install httpd && find /var/cache/yum -mindepth 1 -delete
      RUN --mount=type=cache,target=/var/cache/yum yum install httpd
      RUN --mount=type=tmpfs,target=/var/cache yum install httpd
      RUN yum --version && yum search httpd
    `,
  },
  'hadolint#957: cleaning up before something is fetched does not count': {
    given: `
      FROM fedora:43
      RUN yum clean all && yum install httpd
                           ^^^^^^^^^^^ ${says('yum install')}
    `,
    fixed: `
      FROM fedora:43
      RUN yum clean all && yum install httpd && yum clean all
    `,
  },
  'only what is shipped matters': {
    given: `
      FROM fedora:43 AS build
      RUN yum install gcc
      FROM fedora:43
      COPY --from=build /app /app
    `,
  },
  'no fix where the end of the line would swallow it': {
    given: `
      FROM fedora:43
      RUN yum install httpd; true;
          ^^^^^^^^^^^ ${says('yum install')}
      RUN sh -c "yum install httpd"
                 ^^^^^^^^^^^ ${says('yum install')}
    `,
  },
  'a piece of a file': {
    given: `
      RUN yum install httpd
          ^^^^^^^^^^^ ${says('yum install')}
    `,
    fixed: `
      RUN yum install httpd && yum clean all
    `,
  },
  'dnf cleans up behind yum': {
    given: `
      FROM almalinux:9
      RUN yum -y update && dnf clean all
    `,
  },
  'a folder behind a variable, and a search for something else': {
    given: `
      FROM almalinux:9
      RUN yum -y install httpd && rm -rf "$ROOT/var/cache/yum"
      RUN yum -y install httpd && find /var -name '*.log' -delete
          ^^^^^^^^^^^^^^ ${says('yum install')}
    `,
    fixed: `
      FROM almalinux:9
      RUN yum -y install httpd && rm -rf "$ROOT/var/cache/yum"
      RUN yum -y install httpd && find /var -name '*.log' -delete && yum clean all
    `,
  },
  'hadolint looks at every stage and at no mount, and takes any rm -rf for cleaning up': {
    preset: 'hadolint',
    given: `
      FROM fedora:43 AS build
      RUN yum install -y gcc && rm -rf /tmp/*
      RUN yum install -y gcc
          ^^^^^^^^^^^ ${says('yum install')}
      FROM fedora:43
      RUN --mount=type=cache,target=/var/cache/yum yum install -y httpd
                                                   ^^^^^^^^^^^ ${says('yum install')}
      RUN yum -y update && sudo yum install -y httpd
      RUN yum install -y httpd && dnf clean all
          ^^^^^^^^^^^ ${says('yum install')}
    `,
  },
});
