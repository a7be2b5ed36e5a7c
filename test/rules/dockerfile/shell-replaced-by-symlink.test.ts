import rule from '#core/rules/dockerfile/shell-replaced-by-symlink.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const replaced = 'Every script in the image now runs in another `sh`: choose the shell of RUN with SHELL.';

ruleTest(rule, {
  'a link becomes a SHELL': {
    given: `
      FROM debian:12
      RUN ln -sf /bin/bash /bin/sh
          ^^ ${replaced}
    `,
    fixed: `
      FROM debian:12
      SHELL ["/bin/bash", "-c"]
    `,
  },
  'with the removal in front, in lower case, by a relative name': {
    given: `
      from debian:12
      run rm /bin/sh \\
        # bash it is
        && ln -s bash /bin/sh
           ^^ ${replaced}
    `,
    fixed: `
      from debian:12
      shell ["/bin/bash", "-c"]
    `,
  },
  'what else the RUN does, the author divides': {
    given: `
      FROM debian:12
      RUN apt-get update && ln -sf /bin/bash /bin/sh
                            ^^ ${replaced}
      RUN ln -sf /usr/bin/busybox /usr/bin/sh
          ^^ ${replaced}
      RUN ["ln", "-sf", "/bin/bash", "/bin/sh"]
           ^^^^ ${replaced}
    `,
  },
  'in heredocs and behind ONBUILD': {
    given: `
      FROM debian:12
      RUN <<EOF
      ln -sf /bin/bash /bin/sh
      ^^ ${replaced}
      EOF
      ONBUILD RUN ln -sf /bin/bash /bin/sh
                  ^^ ${replaced}
    `,
  },
  'other links, and a link to the shell': {
    given: `
      FROM debian:12
      RUN ln -s /usr/bin/python3 /usr/bin/python && ln -s /bin/sh /bin/my-shell
      RUN echo ln -s /bin/bash /bin/sh
    `,
  },
  'hadolint counts a link to the shell too': {
    preset: 'hadolint',
    given: `
      RUN ln -s /bin/sh /bin/my-shell
          ^^ ${replaced}
    `,
  },
});
