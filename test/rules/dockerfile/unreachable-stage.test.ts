import rule from '#core/rules/dockerfile/unreachable-stage.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const unnamed = 'No later stage uses this one, and it has no name by which a build could ask for it.';
const unused = (name: string) =>
  `No later stage uses \`${name}\`; it is built only by whoever asks for it with --target.`;

ruleTest(rule, {
  'a stage without a name, and one that only builds': {
    given: `
      FROM alpine:3.23
      ^^^^ ${unnamed}
      RUN date
      FROM golang:1.25 AS go-build
                          ^^^^^^^^ ${unused('go-build')}
      FROM alpine:3.23
    `,
  },
  'bases, copies, mounts and triggers use a stage': {
    given: `
      FROM alpine:3.23 AS a
      FROM a AS build
      FROM alpine:3.23
      FROM golang:1.25 AS deps
      FROM alpine:3.23 AS vendor
      FROM alpine:3.23
      COPY --from=build /a /a
      COPY --from=2 /a /a
      RUN --mount=from=deps,target=/d ls /d
      ONBUILD COPY --from=vendor /v /v
    `,
  },
  'others may be asked for, with all that they need': {
    given: `
      FROM golang:1.25 AS build
      FROM build AS test
      FROM alpine:3.23
      FROM alpine:3.23 AS dev
      COPY --from=2 /a /a
      FROM alpine:3.23
    `,
  },
  'strict tells them too': {
    preset: 'strict',
    given: `
      FROM alpine:3.23 AS test
                          ^^^^ ${unused('test')}
      FROM alpine:3.23
    `,
  },
  'a variable may choose among stages': {
    given: `
      ARG KIND=amd64
      FROM alpine:3.23 AS build-amd64
      FROM alpine:3.23 AS build-arm64
      FROM build-\${KIND}
    `,
  },
  'one stage is the last one': { given: `FROM alpine:3.23 AS build` },
  'a fragment': { given: `RUN date` },
});
