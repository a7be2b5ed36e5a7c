import rule from '#core/rules/dockerfile/label-key-invalid.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'reserved names, separators and ends': {
    given: `
      FROM alpine:3.23
      LABEL com.docker.x=1 io.docker.y=2 org.dockerproject.z=3
            ^^^^^^^^^^^^ Docker keeps labels below \`com.docker.*\` for itself.
                           ^^^^^^^^^^^ Docker keeps labels below \`io.docker.*\` for itself.
                                         ^^^^^^^^^^^^^^^^^^^ Docker keeps labels below \`org.dockerproject.*\` for itself.
      LABEL a..b=1 1st=2 last-=3
            ^^^^ The label \`a..b\` has two separators in a row.
                   ^^^ The label \`1st\` does not begin with a lower-case letter.
                         ^^^^^ The label \`last-\` does not end with a letter or a digit.
    `,
  },
  'other characters, quoted, in a continued line and behind ONBUILD': {
    given: `
      ONBUILD LABEL good=1 \\
        # a comment
        "a b"=2
        ^^^^^ The label \`a b\` holds \` \`; use lower-case letters, digits, \`.\` and \`-\`.
    `,
  },
  'what others write is fine': {
    given: `
      FROM alpine:3.23
      LABEL org.opencontainers.image.title=x io.k8s.display-name=y example.org/role=z a_b=1 Version=2 docker=3
      LABEL maintainer "Ada"
    `,
  },
  'hadolint allows neither capitals nor underscores nor slashes': {
    given: `
      FROM alpine:3.23
      LABEL Version=1 a_b=2 a/b=3
            ^^^^^^^ The label \`Version\` holds \`V\`; use lower-case letters, digits, \`.\` and \`-\`.
                      ^^^ The label \`a_b\` holds \`_\`; use lower-case letters, digits, \`.\` and \`-\`.
                            ^^^ The label \`a/b\` holds \`/\`; use lower-case letters, digits, \`.\` and \`-\`.
    `,
    preset: 'hadolint',
  },
  'in the strict preset capitals count too': {
    given: `
      LABEL Version=1 a_b=2
            ^^^^^^^ The label \`Version\` holds \`V\`; use lower-case letters, digits, \`.\` and \`-\`.
    `,
    preset: 'strict',
  },
});
