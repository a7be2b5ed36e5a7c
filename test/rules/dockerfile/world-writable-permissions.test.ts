import rule from '#core/rules/dockerfile/world-writable-permissions.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (mode: string) =>
  `With \`${mode}\` every process may change these files: give them to the user that needs them.`;

ruleTest(rule, {
  'numbers, letters, and the flag of COPY': {
    given: `
      FROM debian:12
      RUN chmod -R 777 /a && chmod 0666 /b && sudo chmod a+w /c
                   ^^^ ${says('777')}
                                   ^^^^ ${says('0666')}
                                                         ^^^ ${says('a+w')}
      COPY --chmod=777 a /a
                   ^^^ ${says('777')}
    `,
    fixed: `
      FROM debian:12
      RUN chmod -R 775 /a && chmod 0664 /b && sudo chmod ug+w /c
      COPY --chmod=775 a /a
    `,
  },
  'the rest of a mode stays': {
    given: `
      FROM debian:12
      RUN chmod a+rwX /a && chmod o+w,u+x /b && chmod ugo=rwx /c
                ^^^^^ ${says('a+rwX')}
                                  ^^^^^^^ ${says('o+w,u+x')}
                                                      ^^^^^^^ ${says('ugo=rwx')}
    `,
    fixed: `
      FROM debian:12
      RUN chmod ug+w,a+rX /a && chmod g+w,u+x /b && chmod ug=rwx,o=rx /c
    `,
  },
  'mkdir and install; a mode that is part of its option is left to the author': {
    given: `
      FROM debian:12
      RUN mkdir -p -m 777 /a && install -d -m0777 /b && install --mode=666 c /c
                      ^^^ ${says('777')}
                                           ^^^^^^ ${says('0777')}
                                                                ^^^^^^^^^^ ${says('666')}
    `,
    fixed: `
      FROM debian:12
      RUN mkdir -p -m 775 /a && install -d -m0777 /b && install --mode=666 c /c
    `,
  },
  'the sticky bit, the umask, and rights taken away': {
    given: `
      FROM debian:12
      RUN chmod 1777 /tmp && chmod +w /a && chmod o-w /b && chmod u+w,g=u /c && chmod 775 /d && chmod a+rwxt /e
      RUN chmod $MODE /a && mkdir -p /b && chmod --reference=/a /b
      COPY --chmod=755 a /a
    `,
  },
  'heredocs, continuations, ONBUILD': {
    given: `
      FROM debian:12
      RUN <<EOF
      chmod 777 /a
            ^^^ ${says('777')}
      EOF
      ONBUILD RUN true \\
        && chmod 666 /b
                 ^^^ ${says('666')}
      ONBUILD COPY --chmod=o+w a /a
                           ^^^ ${says('o+w')}
    `,
    fixed: `
      FROM debian:12
      RUN <<EOF
      chmod 775 /a
      EOF
      ONBUILD RUN true \\
        && chmod 664 /b
      ONBUILD COPY --chmod=g+w a /a
    `,
  },
  'in a piece without FROM': {
    given: `
      RUN chmod 777 /a
                ^^^ ${says('777')}
    `,
    fixed: `
      RUN chmod 775 /a
    `,
  },
});
