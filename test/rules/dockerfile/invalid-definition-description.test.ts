import rule from '#core/rules/dockerfile/invalid-definition-description.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (name: string) =>
  `This comment describes \`${name}\` only if it begins with that word; a line with only \`#\` sets it apart.`;

ruleTest(rule, {
  'a comment that describes something else': {
    given: `
      # check=experimental=InvalidDefinitionDescription
      # the release to take
      ^^^^^^^^^^^^^^^^^^^^^ ${says('VERSION')}
      ARG VERSION=3.23
      # where it is built
      ^^^^^^^^^^^^^^^^^^^ ${says('build')}
      FROM alpine:\${VERSION} AS Build
    `,
    fixed: `
      # check=experimental=InvalidDefinitionDescription
      # the release to take
      #
      ARG VERSION=3.23
      # where it is built
      #
      FROM alpine:\${VERSION} AS Build
    `,
  },
  'descriptions, and comments apart': {
    given: `
      # check=skip=JSONArgsRecommended;experimental=all
      # VERSION is the release to take
      ARG VERSION=3.23
      # something else
      #
      ARG OTHER=1

      # something else
      #
      FROM alpine:\${VERSION} AS build
      # no name
      FROM alpine:\${VERSION}
      # anything
      RUN true
    `,
  },
  'the builder looks past empty lines': {
    given: `
      # check=experimental=all
      FROM alpine:3.23
      # something else
      ^^^^^^^^^^^^^^^^ ${says('OTHER')}


      ARG OTHER=1
    `,
    fixed: `
      # check=experimental=all
      FROM alpine:3.23
      # something else


      #
      ARG OTHER=1
    `,
  },
  'nobody asked for it': { given: `# something else\nARG VERSION=3.23\nFROM alpine:$VERSION` },
  'of several arguments one is enough': {
    given: `
      # check=experimental=all
      FROM alpine:3.23
      # B is described
      ARG A=1 B=2
      # C: is not
      ^^^^^^^^^^^ This comment describes an ARG below only if it begins with its name; a line with only \`#\` sets it apart.
      ARG C=1 D=2
    `,
    fixed: `
      # check=experimental=all
      FROM alpine:3.23
      # B is described
      ARG A=1 B=2
      # C: is not
      #
      ARG C=1 D=2
    `,
  },
  'what speaks to a tool describes nothing': {
    given: `
      # check=experimental=all
      # hadolint ignore=DL3006
      FROM alpine AS build
    `,
  },
  'BuildKit names the instruction': {
    preset: 'buildkit',
    given: `
      # check=experimental=all
      # where it is built
      FROM alpine:3.23 AS build
      ^^^^ ${says('build')}
    `,
    fixed: `
      # check=experimental=all
      # where it is built
      #
      FROM alpine:3.23 AS build
    `,
  },
});
