import rule from '#core/rules/dockerfile/legacy-key-value.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (keyword: string, name: string) =>
  `Write ${keyword} ${name}=…: the form with a blank is an old one and takes only one pair.`;

ruleTest(rule, {
  'both instructions': {
    given: `
      FROM alpine:3.23
      ENV a b
          ^^^ ${says('ENV', 'a')}
      LABEL com.acme.a  hello world
            ^^^^^^^^^^^^^^^^^^^^^^^ ${says('LABEL', 'com.acme.a')}
    `,
    fixed: `
      FROM alpine:3.23
      ENV a=b
      LABEL com.acme.a="hello world"
    `,
  },
  'quotes and variables stay what they are': {
    given: `
      FROM alpine:3.23
      ENV a "b c"
          ^^^^^^^ ${says('ENV', 'a')}
      ENV p /x y:$PATH
          ^^^^^^^^^^^^ ${says('ENV', 'p')}
      ENV q =z
          ^^^^ ${says('ENV', 'q')}
    `,
    fixed: `
      FROM alpine:3.23
      ENV a="b c"
      ENV p="/x y:$PATH"
      ENV q==z
    `,
  },
  'what is quoted in part, or continued, is left to the author': {
    given: `
      FROM alpine:3.23
      ENV a b\\ c "d"
          ^^^^^^^^^^ ${says('ENV', 'a')}
      ENV a b \\
          ^^^^^ ${says('ENV', 'a')}
          c
    `,
  },
  'the new form': {
    given: `
      FROM alpine:3.23
      ENV a=b c=d
      LABEL a="b c"
      ENV a= \\
          b=1
      ARG a
    `,
  },
  'deferred ones too': {
    given: `
      FROM alpine:3.23
      ONBUILD ENV a b
                  ^^^ ${says('ENV', 'a')}
    `,
    fixed: `
      FROM alpine:3.23
      ONBUILD ENV a=b
    `,
  },
  'BuildKit does not look behind ONBUILD': { preset: 'buildkit', given: `FROM alpine:3.23\nONBUILD ENV a b` },
  'a fragment': {
    given: `
      env a b
          ^^^ ${says('env', 'a')}
    `,
    fixed: `
      env a=b
    `,
  },
});
