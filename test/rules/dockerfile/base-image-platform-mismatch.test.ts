import rule from '#core/rules/dockerfile/base-image-platform-mismatch.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (actual: string, expected: string) =>
  `\`acme/base:1\` was built for ${actual}, and this stage asks for ${expected}.`;
const engine = (architecture: string, repoDigests: readonly string[] = []) => ({
  image: () => ({ platform: `linux/${architecture}`, repoDigests }),
});

ruleTest(rule, {
  'an image that exists here only': {
    knowledge: engine('amd64'),
    given: `
      FROM --platform=linux/arm64 acme/base:1
                                  ^^^^^^^^^^^ ${says('linux/amd64', 'linux/arm64')}
    `,
  },
  'other names of a processor': {
    knowledge: engine('arm64'),
    given: `
      FROM --platform=linux/aarch64 acme/base:1
      FROM --platform=arm64 acme/base:1
      FROM --platform=linux/x86_64 acme/base:1
                                   ^^^^^^^^^^^ ${says('linux/arm64', 'linux/amd64')}
    `,
  },
  'what came from a registry may be fetched for the other platform': {
    knowledge: engine('amd64', [`acme/base@sha256:${'a'.repeat(64)}`]),
    given: `FROM --platform=linux/arm64 acme/base:1`,
  },
  'nobody to ask': { knowledge: { image: () => undefined }, given: `FROM --platform=linux/arm64 acme/base:1` },
  'the platform of the build is not known here': {
    knowledge: engine('amd64'),
    given: `
      FROM --platform=$BUILDPLATFORM acme/base:1
      FROM acme/base:1
    `,
  },
  'a default counts; BuildKit names the first line': {
    preset: 'buildkit',
    knowledge: engine('amd64'),
    given: `
      ARG WANTED=linux/s390x
      FROM --platform=$WANTED \\
      ^^^^ ${says('linux/amd64', 'linux/s390x')}
        acme/base:1
    `,
  },
});
