import rule from '#core/rules/compose/privileged-container.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'true is flagged with its key, and the fix takes the line away': {
    given: `
      services:
        web:
          image: nginx:1.29
          privileged: true
          ^^^^^^^^^^^^^^^^ \`web\` runs privileged: it has nearly all rights of root on the host.
          restart: always
    `,
    fixed: `
      services:
        web:
          image: nginx:1.29
          restart: always
    `,
  },
  'yes, on and quoted true mean the same': {
    given: `
      services:
        a:
          image: a:1
          privileged: yes
          ^^^^^^^^^^^^^^^ \`a\` runs privileged: it has nearly all rights of root on the host.
        b:
          image: a:1
          privileged: "on"
          ^^^^^^^^^^^^^^^^ \`b\` runs privileged: it has nearly all rights of root on the host.
        c:
          image: a:1
          privileged: 'True'
          ^^^^^^^^^^^^^^^^^^ \`c\` runs privileged: it has nearly all rights of root on the host.
    `,
    fixed: `
      services:
        a:
          image: a:1
        b:
          image: a:1
        c:
          image: a:1
    `,
  },
  'a default of a variable counts, an unknown variable does not': {
    given: `
      services:
        a:
          image: a:1
          privileged: \${PRIVILEGED:-true}
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ \`a\` runs privileged: it has nearly all rights of root on the host.
        b:
          image: a:1
          privileged: \${PRIVILEGED}
        c:
          image: a:1
          privileged: \${PRIVILEGED:-false}
    `,
    fixed: `
      services:
        a:
          image: a:1
        b:
          image: a:1
          privileged: \${PRIVILEGED}
        c:
          image: a:1
          privileged: \${PRIVILEGED:-false}
    `,
  },
  'false and a key that is taken back are clean': {
    given: `
      services:
        a:
          image: a:1
          privileged: false
        b:
          image: a:1
          privileged: !reset true
    `,
  },
  'through a merge key the use is shown and there is no fix': {
    given: `
      x-common: &common
        privileged: true
      services:
        a:
          <<: *common
          ^^^^^^^^^^^ \`a\` runs privileged: it has nearly all rights of root on the host.
          image: a:1
    `,
  },
  'through an alias the value is shown at its use': {
    given: `
      x-yes: &yes true
      services:
        a:
          image: a:1
          privileged: *yes
          ^^^^^^^^^^^^^^^^ \`a\` runs privileged: it has nearly all rights of root on the host.
    `,
    fixed: `
      x-yes: &yes true
      services:
        a:
          image: a:1
    `,
  },
  'in flow style the comma goes along': {
    given: `
      services:
        a: { image: 'a:1', privileged: true, tty: true }
                           ^^^^^^^^^^^^^^^^ \`a\` runs privileged: it has nearly all rights of root on the host.
        b: { privileged: true, image: 'b:1' }
             ^^^^^^^^^^^^^^^^ \`b\` runs privileged: it has nearly all rights of root on the host.
        c: { image: 'c:1', privileged: true }
                           ^^^^^^^^^^^^^^^^ \`c\` runs privileged: it has nearly all rights of root on the host.
    `,
    fixed: `
      services:
        a: { image: 'a:1', tty: true }
        b: { image: 'b:1' }
        c: { image: 'c:1' }
    `,
  },
  'a comment behind it is kept': {
    given: `
      services:
        a:
          image: a:1
          # needed for the camera
          privileged: true # see ticket 12
          ^^^^^^^^^^^^^^^^ \`a\` runs privileged: it has nearly all rights of root on the host.
          tty: true
    `,
    fixed: `
      services:
        a:
          image: a:1
          # needed for the camera
          # see ticket 12
          tty: true
    `,
  },
  'an anchor on the value is not thrown away': {
    given: `
      services:
        a:
          image: a:1
          privileged: &yes true
          ^^^^^^^^^^^^^^^^^^^^^ \`a\` runs privileged: it has nearly all rights of root on the host.
        b:
          image: b:1
          tty: *yes
    `,
  },
  'the only key of a service stays': {
    given: `
      services:
        a:
          privileged: true
          ^^^^^^^^^^^^^^^^ \`a\` runs privileged: it has nearly all rights of root on the host.
    `,
  },
  'the last line without a line end': {
    given: `
      services:
        a:
          image: a:1
          privileged: true
          ^^^^^^^^^^^^^^^^ \`a\` runs privileged: it has nearly all rights of root on the host.`,
    fixed: `
      services:
        a:
          image: a:1
    `,
  },
});
