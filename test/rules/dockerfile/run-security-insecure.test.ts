import rule from '#core/rules/dockerfile/run-security-insecure.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const insecure = 'This step runs with all rights over the machine that builds: whatever it downloads has them too.';
const network = 'This step sees the network of the machine that builds, with all that listens on it.';

ruleTest(rule, {
  'all rights': {
    given: `
      FROM debian:12
      RUN --security=insecure make
          ^^^^^^^^^^^^^^^^^^^ ${insecure}
    `,
  },
  'the network of the host, and both at once': {
    given: `
      FROM debian:12
      RUN --network=host make
          ^^^^^^^^^^^^^^ ${network}
      RUN --network=host --security=insecure make
          ^^^^^^^^^^^^^^ ${network}
                         ^^^^^^^^^^^^^^^^^^^ ${insecure}
    `,
  },
  'the sandbox': {
    given: `
      FROM debian:12
      RUN --security=sandbox make
      RUN --network=none make
      RUN --network=default docker run --network=host a
    `,
  },
  'behind ONBUILD': {
    given: `
      FROM debian:12
      ONBUILD RUN --network=host make
                  ^^^^^^^^^^^^^^ ${network}
    `,
  },
  'across continuations': {
    given: `
      FROM debian:12
      RUN --mount=type=cache,target=/c \\
          --security=insecure \\
          ^^^^^^^^^^^^^^^^^^^ ${insecure}
          make
    `,
  },
  'in a piece without FROM, before a heredoc': {
    given: `
      RUN --network=host <<EOF
          ^^^^^^^^^^^^^^ ${network}
      make
      EOF
    `,
  },
});
