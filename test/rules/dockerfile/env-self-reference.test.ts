import rule from '#core/rules/dockerfile/env-self-reference.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (name: string) => `\`${name}\` gets its value only behind this ENV: here it is what it was before.`;

ruleTest(rule, {
  'a value of a neighbour, and the ENV is parted there': {
    given: `
      FROM alpine:3.23
      ENV A=/srv B=$A/b C=x
                   ^^ ${says('A')}
    `,
    fixed: `
      FROM alpine:3.23
      ENV A=/srv
      ENV B=$A/b C=x
    `,
  },
  'over several lines, in braces, with a default, in quotes': {
    given: `
      FROM alpine:3.23
      env A=/srv \\
          B=\${A}/b \\
            ^^^^ ${says('A')}
          C="\${B:-x}"
             ^^^^^^^ ${says('B')}
    `,
    fixed: `
      FROM alpine:3.23
      env A=/srv
      env B=\${A}/b
      env C="\${B:-x}"
    `,
  },
  'a neighbour that comes later': {
    given: `
      FROM alpine:3.23
      ENV B=$A A=1
            ^^ ${says('A')}
    `,
  },
  'its own old value, escaped dollars and other names are fine': {
    given: `
      FROM alpine:3.23
      ENV PATH=/srv/bin:$PATH A=1 B=\\$A C=$AB D='$A'
      ENV OLD $A
    `.replace(` D='$A'`, ''),
  },
  'what was set before has a value, in a parent stage too': {
    given: `
      FROM alpine:3.23 AS base
      ARG A=1
      ENV A=2 B=$A
      FROM base
      ENV B=3 C=$B
      FROM alpine:3.23
      ENV B=3 C=$B/x
                ^^ ${says('B')}
    `,
    fixed: `
      FROM alpine:3.23 AS base
      ARG A=1
      ENV A=2 B=$A
      FROM base
      ENV B=3 C=$B
      FROM alpine:3.23
      ENV B=3
      ENV C=$B/x
    `,
  },
  'in a piece without FROM; a comment between the two is left to the author': {
    given: `
      ENV A=1 \\
          # the data
          B=$A/x
            ^^ ${says('A')}
    `,
  },
  'hadolint compares texts and forgets nothing at FROM': {
    preset: 'hadolint',
    given: `
      FROM alpine:3.23
      ENV A=1 B=\${A} C=$A
                ^^^^ ${says('A')}
                       ^^ ${says('A')}
      FROM alpine:3.23
      ENV A=1 B=$A/x
      ENV E=1 F=$E
      ENV G=1 H=$G-x
                ^^ ${says('G')}
      ENV K=1 L=/x/$KEY
      ^^^ ${says('K')}
    `,
    fixed: `
      FROM alpine:3.23
      ENV A=1
      ENV B=\${A}
      ENV C=$A
      FROM alpine:3.23
      ENV A=1 B=$A/x
      ENV E=1 F=$E
      ENV G=1
      ENV H=$G-x
      ENV K=1 L=/x/$KEY
    `,
  },
});
