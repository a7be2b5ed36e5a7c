import rule from '#core/rules/dockerfile/copy-from-unknown-stage.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const unknown = (name: string) =>
  `No stage above is called \`${name}\`, so the builder looks for an image of that name.`;

ruleTest(rule, {
  'a misspelt stage, in COPY and in a mount': {
    given: `
      FROM golang:1.25 AS builder
      FROM alpine:3.23
      COPY --from=buidler /a /a
                  ^^^^^^^ No stage is called \`buidler\`. Did you mean \`builder\`?
      RUN --mount=type=bind,from=bilder,target=/b ls /b
                                 ^^^^^^ No stage is called \`bilder\`. Did you mean \`builder\`?
    `,
    fixed: `
      FROM golang:1.25 AS builder
      FROM alpine:3.23
      COPY --from=builder /a /a
      RUN --mount=type=bind,from=builder,target=/b ls /b
    `,
  },
  'images, numbers, named contexts and stages in any case': {
    given: `
      FROM golang:1.25 AS Build
      FROM alpine:3.23
      COPY --from=build /a /a
      COPY --from=0 /a /a
      COPY --from=hello-world /hello /hello
      COPY --from=acme/tools /t /t
      COPY --from=ghcr.io/acme/uv:1 /uv /uv
      COPY --from=assets /a /a
    `,
  },
  'hadolint knows stages with their case, their numbers, and images by their colon': {
    preset: 'hadolint',
    given: `
      FROM golang:1.25 AS Build
      FROM alpine:3.23 AS app
      COPY --from=Build /a /a
      COPY --from=build /a /a
                  ^^^^^ ${unknown('build')}
      COPY --from=0 /a /a
      COPY --from=app /a /a
      COPY --from=hello-world /hello /hello
                  ^^^^^^^^^^^ ${unknown('hello-world')}
      COPY --from=haskell:9 /h /h
      RUN --mount=from=nothing,target=/n ls /n
    `,
  },
  'a stage that comes later, or not at all': {
    preset: 'hadolint',
    given: `
      FROM alpine:3.23
      COPY --from=later /a /a
                  ^^^^^ ${unknown('later')}
      COPY --from=7 /a /a
                  ^ ${unknown('7')}
      FROM alpine:3.23 AS later
    `,
  },
  'a fragment': {
    preset: 'hadolint',
    given: `
      COPY --from=foo bar .
                  ^^^ ${unknown('foo')}
      COPY --from=0 bar .
                  ^ ${unknown('0')}
      COPY bar .
    `,
  },
  'strict asks for every bare name': {
    preset: 'strict',
    given: `
      FROM alpine:3.23
      COPY --from=assets /a /a
                  ^^^^^^ ${unknown('assets')}
      COPY --from=acme/tools /t /t
    `,
  },
});
