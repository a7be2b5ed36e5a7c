import rule from '#core/rules/compose/service-image-mutable-tag.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'no tag and moving tags': {
    given: `
      services:
        a:
          image: nginx
                 ^^^^^ \`nginx\` has no tag, so it means \`latest\`: whatever was pushed last.
        b:
          image: nginx:latest
                 ^^^^^^^^^^^^ \`latest\` is moved to other images from time to time, so two machines may run different ones.
        c:
          image: "ghcr.io/acme/app:edge"
                 ^^^^^^^^^^^^^^^^^^^^^^^ \`edge\` is moved to other images from time to time, so two machines may run different ones.
        d:
          image: nginx:stable-alpine
                 ^^^^^^^^^^^^^^^^^^^ \`stable-alpine\` is moved to other images from time to time, so two machines may run different ones.
    `,
  },
  'versions and digests are clean': {
    given: `
      services:
        a:
          image: nginx:1.29
        b:
          image: nginx@sha256:0000000000000000000000000000000000000000000000000000000000000000
        c:
          image: nginx:latest@sha256:0000000000000000000000000000000000000000000000000000000000000000
        d:
          image: registry.local:5000/team/app:2
    `,
  },
  'the port of a registry is no tag': {
    given: `
      services:
        a:
          image: registry.local:5000/team/app
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`registry.local:5000/team/app\` has no tag, so it means \`latest\`: whatever was pushed last.
    `,
  },
  'beside build the name is only given': {
    given: `
      services:
        a:
          build: .
          image: team/app:latest
    `,
  },
  'a default of a variable counts, an unknown tag does not': {
    given: `
      services:
        a:
          image: nginx:\${TAG:-latest}
                 ^^^^^^^^^^^^^^^^^^^^ \`latest\` is moved to other images from time to time, so two machines may run different ones.
        b:
          image: nginx:\${TAG}
        c:
          image: \${IMAGE}
        d:
          image: \${REGISTRY}/team/app:latest
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`latest\` is moved to other images from time to time, so two machines may run different ones.
        e:
          image: \${REGISTRY:-ghcr.io}/team/app
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`ghcr.io/team/app\` has no tag, so it means \`latest\`: whatever was pushed last.
        f:
          image: \${REGISTRY}/\${APP}
    `,
  },
  'through an alias': {
    given: `
      x-image: &image nginx:latest
      services:
        a:
          image: *image
                 ^^^^^^ \`latest\` is moved to other images from time to time, so two machines may run different ones.
    `,
  },
  'a channel with a date, a commit or a number behind it names one build': {
    given: `
      services:
        a:
          image: a:main-3f2a1c9
        b:
          image: debian:stable-20251103-slim
        c:
          image: c:nightly-2025-11-02
        d:
          image: node:lts-alpine3.22
                 ^^^^^^^^^^^^^^^^^^^ \`lts-alpine3.22\` is moved to other images from time to time, so two machines may run different ones.
        e:
          image: e:beta-3
        f:
          image: f:test
                 ^^^^^^ \`test\` is moved to other images from time to time, so two machines may run different ones.
    `,
  },
});
