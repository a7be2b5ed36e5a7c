import rule from '#core/rules/dockerfile/setuid-bits.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (mode: string) => `\`${mode}\` lets whoever runs these files act as their owner or group, root perhaps.`;

ruleTest(rule, {
  'numbers and letters': {
    given: `
      FROM debian:12
      RUN chmod 4755 /a && chmod u+s /b && chmod g+rxs,o= /c && chmod +s /d
                ^^^^ ${says('4755')}
                                 ^^^ ${says('u+s')}
                                                 ^^^^^^^^ ${says('g+rxs,o=')}
                                                                      ^^ ${says('+s')}
    `,
  },
  'COPY and install': {
    given: `
      FROM debian:12
      COPY --chmod=4755 a /a
                   ^^^^ ${says('4755')}
      RUN install -m 02755 a /a
                     ^^^^^ ${says('02755')}
    `,
  },
  'taking bits away is what is wanted': {
    given: `
      FROM debian:12
      RUN find / -perm /6000 -type f -exec chmod a-s {} + && chmod u-s /bin/su && chmod 755 /a && chmod 1777 /tmp
    `,
  },
  'others have no such bit, and on a new folder it is harmless': {
    given: `
      FROM debian:12
      RUN chmod o+s /a && chmod 0755 /b && mkdir -m 2775 /c && install --directory --mode 3777 /d
    `,
  },
  'behind ONBUILD and in a heredoc': {
    given: `
      FROM debian:12
      ONBUILD RUN chmod 6755 /a
                        ^^^^ ${says('6755')}
      RUN <<EOF
      chmod u=rwxs /a
            ^^^^^^ ${says('u=rwxs')}
      EOF
    `,
  },
  'in a piece without FROM': {
    given: `
      RUN true && \\
          chmod 4711 /a
                ^^^^ ${says('4711')}
    `,
  },
});
