import rule from '#core/rules/dockerfile/maintainer-deprecated.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = 'MAINTAINER is deprecated: write the label `org.opencontainers.image.authors`.';

ruleTest(rule, {
  'the name moves into a label': {
    given: `
      FROM alpine:3.22
      MAINTAINER Ada Lovelace <ada@example.org>
      ^^^^^^^^^^ ${says}
      RUN true
    `,
    fixed: `
      FROM alpine:3.22
      LABEL org.opencontainers.image.authors="Ada Lovelace <ada@example.org>"
      RUN true
    `,
  },
  'quotes around the name are not part of it': {
    given: `
      FROM alpine:3.22
      maintainer "Ada"
      ^^^^^^^^^^ ${says}
    `,
    fixed: `
      FROM alpine:3.22
      label org.opencontainers.image.authors="Ada"
    `,
  },
  'what a label would expand or end is escaped': {
    given: `
      FROM alpine:3.22
      MAINTAINER Ada "the $1" Lovelace
      ^^^^^^^^^^ ${says}
    `,
    fixed: `
      FROM alpine:3.22
      LABEL org.opencontainers.image.authors="Ada \\"the \\$1\\" Lovelace"
    `,
  },
  'the escape character of the file is used': {
    given: `
      # escape=\`
      FROM alpine:3.22
      MAINTAINER Ada "A" L\\B
      ^^^^^^^^^^ ${says}
    `,
    fixed: `
      # escape=\`
      FROM alpine:3.22
      LABEL org.opencontainers.image.authors="Ada \`"A\`" L\\B"
    `,
  },
  'where the label stands already, the author decides': {
    given: `
      FROM alpine:3.22
      MAINTAINER Ada
      ^^^^^^^^^^ ${says}
      LABEL org.opencontainers.image.authors="Grace"
    `,
  },
  'in a piece without FROM, and as hadolint and BuildKit see it': {
    preset: 'hadolint',
    given: `
      MAINTAINER Ada
      ^^^^^^^^^^ ${says}
    `,
    fixed: `
      LABEL org.opencontainers.image.authors="Ada"
    `,
  },
});
