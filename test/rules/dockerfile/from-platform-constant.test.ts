import rule from '#core/rules/dockerfile/from-platform-constant.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (platform: string) => `This stage is built for ${platform}, whatever platform is asked for.`;

ruleTest(rule, {
  'a fixed platform is marked; a stage that only builds gets the platform of the build': {
    given: `
      FROM --platform=linux/amd64 golang:1.25 AS build
           ^^^^^^^^^^^^^^^^^^^^^^ ${says('linux/amd64')}
      FROM --platform=arm64 alpine:3.23
           ^^^^^^^^^^^^^^^^ ${says('arm64')}
    `,
    fixed: `
      FROM --platform=$BUILDPLATFORM golang:1.25 AS build
      FROM alpine:3.23
    `,
  },
  'a stage that is named for its platform means it': {
    given: `
      FROM --platform=linux/amd64 alpine:3.23 AS tools-amd64
      FROM --platform=linux/aarch64 alpine:3.23 AS tools-arm64
      FROM --platform=windows/amd64 acme/app:1 AS windows
    `,
  },
  'variables leave the choice to the build': {
    given: `
      ARG WANTED=linux/amd64
      FROM --platform=$BUILDPLATFORM golang:1.25 AS build
      FROM --platform=\${WANTED} alpine:3.23
      FROM --platform=linux/\${TARGETARCH} alpine:3.23
    `,
  },
  'hadolint minds names and other variables no less': {
    preset: 'hadolint',
    given: `
      ARG WANTED=linux/amd64
      FROM --platform=linux/amd64 alpine:3.23 AS tools-amd64
           ^^^^^^^^^^^^^^^^^^^^^^ ${says('linux/amd64')}
      FROM --platform=$WANTED alpine:3.23
           ^^^^^^^^^^^^^^^^^^ The platform of this stage is $WANTED, not what the build is asked for.
      FROM --platform=$BUILDPLATFORM alpine:3.23
    `,
    fixed: `
      ARG WANTED=linux/amd64
      FROM --platform=$BUILDPLATFORM alpine:3.23 AS tools-amd64
      FROM --platform=$WANTED alpine:3.23
      FROM --platform=$BUILDPLATFORM alpine:3.23
    `,
  },
  'a variable in the image name is none in the platform': {
    preset: 'buildkit',
    given: `
      ARG TAG=3.23
      FROM --platform=linux/arm64/v8 alpine:$TAG
           ^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('linux/arm64/v8')}
    `,
    fixed: `
      ARG TAG=3.23
      FROM alpine:$TAG
    `,
  },
  'what is no platform is refused anyway': { given: `FROM --platform=nonsense alpine:3.23` },
  'BuildKit names the first line': {
    preset: 'buildkit',
    given: `
      FROM \\
      ^^^^ ${says('linux/amd64')}
        --platform=linux/amd64 alpine:3.23
    `,
    fixed: `
      FROM \\
        alpine:3.23
    `,
  },
});
