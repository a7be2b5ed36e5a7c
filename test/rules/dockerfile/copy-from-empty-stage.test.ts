import rule from '#core/rules/dockerfile/copy-from-empty-stage.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (stage: string) => `Nothing is ever put into the stage \`${stage}\`, so there is nothing to copy from it.`;

ruleTest(rule, {
  'by name and by number': {
    given: `
      FROM scratch AS Empty
      ENV A=b
      FROM alpine:3.23
      COPY --from=empty /a /a
                  ^^^^^ ${says('empty')}
      COPY --from=0 /a /a
                  ^ ${says('0')}
    `,
  },
  'a stage that is made of an empty one': {
    given: `
      FROM scratch AS a
      FROM a AS b
      LABEL c=d
      FROM alpine:3.23
      COPY \\
        --from=b /a /a
               ^ ${says('b')}
    `,
  },
  'anything that makes a file': {
    given: `
      FROM scratch AS a
      ADD x.tar /
      FROM scratch AS b
      WORKDIR /w
      FROM scratch AS c
      ONBUILD COPY . /
      FROM a AS d
      FROM alpine:3.23
      COPY --from=a /a /a
      COPY --from=b /w /w
      COPY --from=c /a /a
      COPY --from=d /a /a
    `,
  },
  'an image that is not empty': { given: `FROM alpine:3.23 AS a\nFROM scratch\nCOPY --from=a /a /a` },
  'a stage called scratch is told elsewhere': { given: `FROM scratch AS a\nCOPY --from=a /a /a` },
  'an image of the same name with a tag': { given: `FROM scratch AS a\nFROM scratch\nCOPY --from=a:1 /a /a` },
  'a fragment': { given: `COPY --from=a /a /a` },
});
