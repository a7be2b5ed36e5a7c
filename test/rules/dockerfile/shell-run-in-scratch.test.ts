import rule from '#core/rules/dockerfile/shell-run-in-scratch.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says =
  'There is no shell in `scratch`, so this RUN cannot start: build in another stage, or copy the shell in first.';

ruleTest(rule, {
  'in shell form and as a heredoc': {
    given: `
      FROM scratch
      COPY app /app
      RUN chmod +x /app
      ^^^ ${says}
      RUN <<EOF
      ^^^ ${says}
      true
      EOF
    `,
  },
  'the exec form starts a program by itself': {
    given: `
      FROM scratch
      COPY app /app
      RUN ["/app", "--init"]
    `,
  },
  'a shell may have come before': {
    given: `
      FROM scratch
      ADD rootfs.tar.gz /
      RUN true
      FROM scratch
      COPY --from=busybox:1.37 /bin/busybox /bin/sh
      RUN true
      FROM scratch
      COPY --from=build /rootfs/ /
      RUN true
      FROM scratch
      COPY tools/ /usr/bin/
      RUN true
      FROM scratch
      RUN --mount=from=busybox:1.37,target=/bin true
      FROM scratch
      SHELL ["/app", "-c"]
      RUN true
    `,
  },
  'a child of a bare stage is bare too': {
    given: `
      FROM scratch AS base
      COPY app /app
      FROM base
      RUN /app \\
      ^^^ ${says}
        --init
      ADD rootfs.tar /
      RUN true
      FROM alpine:3.23
      RUN true
    `,
  },
  'ONBUILD waits for another image': {
    given: `
      FROM scratch
      ONBUILD RUN true
    `,
  },
  'a piece without FROM says nothing of its base': { given: 'RUN true\n' },
});
