import rule from '#core/rules/dockerfile/chmod-after-copy.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (path: string, mode: string): string =>
  `This layer stores \`${path}\` a second time: COPY --chmod=${mode} sets the mode at once.`;

ruleTest(rule, {
  'a RUN that does nothing else is merged': {
    given: `
      FROM alpine:3.23
      COPY --chown=1000 start.sh /usr/bin/start
      RUN chmod 0755 /usr/bin/start
          ^^^^^^^^^^ ${says('/usr/bin/start', '0755')}
      CMD ["start"]
    `,
    fixed: `
      FROM alpine:3.23
      COPY --chmod=0755 --chown=1000 start.sh /usr/bin/start
      CMD ["start"]
    `,
  },
  'a file in a folder, in a continued line': {
    given: `
      FROM alpine:3.23
      COPY bin/start.sh /usr/bin/
      RUN chmod 755 \\
          ^^^^^^^^^ ${says('/usr/bin/start.sh', '755')}
        # which one
        /usr/bin/start.sh
    `,
    fixed: `
      FROM alpine:3.23
      COPY --chmod=755 bin/start.sh /usr/bin/
    `,
  },
  'what else the RUN does is left to its author': {
    given: `
      FROM alpine:3.23
      COPY start.sh /usr/bin/start
      RUN chmod 755 /usr/bin/start && start --check
          ^^^^^^^^^ ${says('/usr/bin/start', '755')}
    `,
  },
  'a heredoc': {
    given: `
      FROM alpine:3.23
      COPY start.sh /usr/bin/start
      RUN <<EOF
      chmod 755 /usr/bin/start
      ^^^^^^^^^ ${says('/usr/bin/start', '755')}
      EOF
    `,
  },
  'other files, letters for modes, something in between, or a mode that is set already': {
    given: `
      FROM alpine:3.23
      COPY start.sh /usr/bin/start
      RUN chmod 755 /usr/bin/other
      COPY start.sh /usr/bin/start
      RUN chmod +x /usr/bin/start
      COPY start.sh /usr/bin/start
      RUN apk add bash && chmod 755 /usr/bin/start
      COPY start.sh /usr/bin/start
      USER root
      RUN chmod 755 /usr/bin/start
      COPY --chmod=700 start.sh /usr/bin/start
      RUN chmod 755 /usr/bin/start
      COPY start.sh /usr/bin/start
      RUN chmod 755 $START
    `,
  },
  'a comment in between would be lost': {
    given: `
      FROM alpine:3.23
      COPY start.sh /usr/bin/start
      # It must be executable.
      RUN chmod 755 /usr/bin/start
          ^^^^^^^^^ ${says('/usr/bin/start', '755')}
    `,
  },
});
