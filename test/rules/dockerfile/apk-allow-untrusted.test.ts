import rule from '#core/rules/dockerfile/apk-allow-untrusted.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = '`--allow-untrusted` lets apk install packages without a known signature.';

ruleTest(rule, {
  'before and behind the verb': {
    given: `
      FROM alpine:3.23
      RUN apk add --no-cache --allow-untrusted tool
                             ^^^^^^^^^^^^^^^^^ ${says}
      RUN apk --allow-untrusted upgrade
              ^^^^^^^^^^^^^^^^^ ${says}
    `,
  },
  'also for files of the project': {
    given: `
      FROM alpine:3.23
      RUN apk add --allow-untrusted ./tool.apk /tmp/x.apk
                  ^^^^^^^^^^^^^^^^^ ${says}
    `,
  },
  'continuations and comments between': {
    given: `
      FROM alpine:3.23
      RUN apk add \\
          # not signed yet
          --allow-untrusted \\
          ^^^^^^^^^^^^^^^^^ ${says}
          tool
    `,
  },
  'sudo, ONBUILD, heredocs and other shells': {
    given: `
      FROM alpine:3.23
      ONBUILD RUN sudo apk add --allow-untrusted tool
                               ^^^^^^^^^^^^^^^^^ ${says}
      RUN <<EOF
      apk add --allow-untrusted tool
              ^^^^^^^^^^^^^^^^^ ${says}
      EOF
      RUN sh -c "apk add --allow-untrusted tool"
                         ^^^^^^^^^^^^^^^^^ ${says}
    `,
  },
  'the same word of another program': {
    given: `
      FROM alpine:3.23
      RUN tool --allow-untrusted && echo apk add --allow-untrusted
      LABEL how="apk add --allow-untrusted"
    `,
  },
  'a piece of a file': {
    given: `
      RUN apk add --allow-untrusted tool
                  ^^^^^^^^^^^^^^^^^ ${says}
    `,
  },
});
