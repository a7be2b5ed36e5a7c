import rule from '#core/rules/dockerfile/inline-ignore-used.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (tool: string) => `This comment silences ${tool} without saying why: add the reason, or put it right.`;

ruleTest(rule, {
  'comments of every tool': {
    given: `
      FROM alpine:3.23
      # hadolint ignore=DL3018
      ^^^^^^^^^^^^^^^^^^^^^^^^ ${says('hadolint')}
      RUN apk add git
      # drydock ignore=dockerfile/apk-cache
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('Drydock')}
      RUN apk add git
      #trivy:ignore:DS-0002
      ^^^^^^^^^^^^^^^^^^^^^ ${says('Trivy')}
      USER root
    `,
  },
  'a reason makes it an exception': {
    given: `
      FROM alpine:3.23
      # hadolint ignore=DL3018 # any version will do
      RUN apk add git
      # drydock ignore=dockerfile/apk-cache reason=the index is needed
      RUN apk add git
    `,
  },
  'hadolint wants none, whatever the reason': {
    preset: 'hadolint',
    given: `
      FROM alpine:3.23
      # hadolint ignore=DL3018 # any version will do
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('hadolint')}
      RUN apk add git
    `,
  },
  'the directive of BuildKit': {
    given: `
      # check=skip=JSONArgsRecommended
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('BuildKit checks')}
      FROM alpine:3.23
    `,
  },
  'other comments and directives': {
    given: `
      # syntax=docker/dockerfile:1
      # check=error=true
      FROM alpine:3.23
      # hadolint shell=bash
      # Ignore what hadolint says.
      RUN apk add git
    `,
  },
  'inside a continuation, in a piece without FROM': {
    given: `
      RUN apk add \\
          # hadolint ignore=DL3018
          ^^^^^^^^^^^^^^^^^^^^^^^^ ${says('hadolint')}
          git
    `,
  },
  'a heredoc has no comments of ours': {
    given: `
      FROM alpine:3.23
      RUN <<EOF
      # hadolint ignore=DL3018
      apk add git
      EOF
    `,
  },
  'hadolint means its own, for one instruction': {
    preset: 'hadolint',
    given: `
      FROM alpine:3.23
      # hadolint ignore=DL3018,DL3019
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('hadolint')}
      RUN apk add git
      # hadolint global ignore=DL3018
      #trivy:ignore:DS-0002
      USER root
    `,
  },
});
