import rule from '#core/rules/dockerfile/copy-whole-stage-filesystem.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (stage: string) =>
  `This copies all of \`${stage}\`, its packages and caches included: name the folders that are needed.`;

ruleTest(rule, {
  'all of it to the root': {
    given: `
      FROM golang:1.25 AS build
      FROM alpine:3.23
      COPY --from=build / /
                        ^ ${says('build')}
      COPY --chown=1 --from=0 ["/x", "/", "/"]
                                     ^^^ ${says('0')}
    `,
  },
  'a folder, another place, or the build context': {
    given: `
      FROM golang:1.25 AS build
      FROM alpine:3.23
      COPY --from=build /app /
      COPY --from=build / /rootfs/
      COPY / /
    `,
  },
  'into an empty image it makes one layer': {
    given: `
      FROM alpine:3.23 AS rootfs
      FROM scratch
      LABEL a=b
      COPY --from=rootfs / /
      COPY --from=rootfs / /
                         ^ ${says('rootfs')}
    `,
  },
  'hadolint minds that as well, and images': {
    preset: 'hadolint',
    given: `
      FROM alpine:3.23 AS rootfs
      FROM scratch
      COPY --from=rootfs "/" "/"
                         ^^^ ${says('rootfs')}
      COPY --from=acme/tools:1 / /
                               ^ ${says('acme/tools:1')}
    `,
  },
  'an image may be there to be copied whole': { given: `FROM alpine:3.23\nCOPY --from=acme/tools:1 / /` },
  'a fragment': {
    given: `
      COPY --from=build / /
                        ^ ${says('build')}
    `,
  },
});
