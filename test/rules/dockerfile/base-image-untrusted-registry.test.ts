import rule from '#core/rules/dockerfile/base-image-untrusted-registry.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (registry: string, trusted: string) =>
  `\`${registry}\` is not among the registries that this project trusts: ${trusted}.`;

ruleTest(rule, {
  'bases, copies and mounts': {
    configuration: `registries: { trusted: [quay.io] }`,
    given: `
      FROM alpine:3.23 AS build
           ^^^^^^^^^^^ ${says('docker.io', 'quay.io')}
      FROM ghcr.io/acme/app:1
           ^^^^^^^^^^^^^^^^^^ ${says('ghcr.io', 'quay.io')}
      FROM quay.io/acme/app:1
      COPY --from=build /a /a
      COPY --from=0 /a /a
      COPY --from=localhost:5000/tools:1 /t /t
                  ^^^^^^^^^^^^^^^^^^^^^^ ${says('localhost:5000', 'quay.io')}
      RUN --mount=from=busybox,target=/b ls /b
                       ^^^^^^^ ${says('docker.io', 'quay.io')}
      FROM scratch
      FROM build
    `,
  },
  'stars at either end, and alone': {
    configuration: `registries: { trusted: ['*.example.org', 'registry.*'] }`,
    given: `
      FROM a.example.org/x:1
      FROM registry.test:5000/x:1
      FROM example.net/x:1
           ^^^^^^^^^^^^^^^ ${says('example.net', '*.example.org, registry.*')}
    `,
  },
  everything: { configuration: `registries: { trusted: '*' }`, given: `FROM ghcr.io/x/y:1\nFROM alpine:3.23` },
  'Docker Hub by any of its names': {
    configuration: `registries: { trusted: [hub.docker.com] }`,
    given: `
      FROM alpine:3.23
      FROM docker.io/library/alpine:3.23
      FROM acme/app:1
    `,
  },
  'no list, nothing to say': { configuration: `preset: strict`, given: `FROM ghcr.io/x/y:1` },
  'the default of a variable': {
    configuration: `registries: { trusted: [docker.io] }`,
    given: `
      ARG BASE=ghcr.io/acme/base
      FROM \${BASE}:1
           ^^^^^^^^^ ${says('ghcr.io', 'docker.io')}
      ARG OTHER
      FROM $UNKNOWN
    `,
  },
  'a fragment': {
    configuration: `registries: { trusted: [quay.io] }`,
    given: `
      COPY --from=node:22 /a /a
                  ^^^^^^^ ${says('docker.io', 'quay.io')}
    `,
  },
});
