import rule from '#core/rules/compose/no-new-privileges-missing.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

ruleTest(rule, {
  'without security_opt the key is added at the end': {
    given: `
      services:
        web:
        ^^^ \`web\` lets programs gain rights through setuid files. Add \`no-new-privileges:true\` to \`security_opt\`.
          image: nginx:1.29
          ports:
            - 127.0.0.1:80:80
        # the database
        db:
        ^^ \`db\` lets programs gain rights through setuid files. Add \`no-new-privileges:true\` to \`security_opt\`.
          image: postgres:17 # pinned
    `,
    fixed: `
      services:
        web:
          image: nginx:1.29
          ports:
            - 127.0.0.1:80:80
          security_opt:
            - no-new-privileges:true
        # the database
        db:
          image: postgres:17 # pinned
          security_opt:
            - no-new-privileges:true
    `,
  },
  'an existing list gets one more item, in its own style': {
    given: `
      services:
        a:
        ^ \`a\` lets programs gain rights through setuid files. Add \`no-new-privileges:true\` to \`security_opt\`.
          image: a:1
          security_opt:
            - seccomp:./profile.json
        b:
        ^ \`b\` lets programs gain rights through setuid files. Add \`no-new-privileges:true\` to \`security_opt\`.
          image: a:1
          security_opt: ["label:disable"]
    `,
    fixed: `
      services:
        a:
          image: a:1
          security_opt:
            - seccomp:./profile.json
            - no-new-privileges:true
        b:
          image: a:1
          security_opt: ["label:disable", "no-new-privileges:true"]
    `,
  },
  'every way to switch it on is accepted': {
    given: `
      services:
        a:
          image: a:1
          security_opt: [no-new-privileges]
        b:
          image: a:1
          security_opt: ["no-new-privileges:true"]
        c:
          image: a:1
          security_opt: [no-new-privileges=true]
        d:
          image: a:1
          security_opt: ["\${OPT:-no-new-privileges:true}"]
    `,
  },
  'false is a finding of its own': {
    given: `
      services:
        a:
          image: a:1
          security_opt:
            - no-new-privileges:false
              ^^^^^^^^^^^^^^^^^^^^^^^ \`a\` lets programs gain rights through setuid files: this switches the protection off.
            - "no-new-privileges=false"
    `,
    fixed: `
      services:
        a:
          image: a:1
          security_opt:
            - no-new-privileges:true
            - "no-new-privileges=false"
    `,
  },
  'an anchor or a merge key may bring it': {
    given: `
      x-secure: &secure
        security_opt:
          - no-new-privileges:true
      services:
        a:
          <<: *secure
          image: a:1
        b:
          image: b:1
          security_opt: &opts [no-new-privileges]
        c:
          image: c:1
          security_opt: *opts
    `,
  },
  'a service that extends another one of the same file': {
    given: `
      services:
        base:
          image: a:1
          security_opt: [no-new-privileges]
        a:
          extends: base
        b:
          extends:
            service: base
    `,
  },
  'what another file or a variable says is not known': {
    given: `
      services:
        a:
          extends:
            file: common.yaml
            service: base
        b:
          image: b:1
          security_opt: ["\${OPTIONS}"]
    `,
  },
  'providers and Windows containers have nothing to protect': {
    given: `
      services:
        a:
          provider:
            type: cloud
        b:
          image: b:1
          isolation: hyperv
    `,
  },
  'flow style': {
    given: `
      services:
        a: { image: 'a:1', tty: true }
        ^ \`a\` lets programs gain rights through setuid files. Add \`no-new-privileges:true\` to \`security_opt\`.
    `,
    fixed: `
      services:
        a: { image: 'a:1', tty: true, security_opt: ["no-new-privileges:true"] }
    `,
  },
  'behind a block text the key goes before it': {
    given: `
      services:
        a:
        ^ \`a\` lets programs gain rights through setuid files. Add \`no-new-privileges:true\` to \`security_opt\`.
          image: a:1
          command: |
            echo a

            echo b
        b:
        ^ \`b\` lets programs gain rights through setuid files. Add \`no-new-privileges:true\` to \`security_opt\`.
          image: b:1
    `,
    fixed: `
      services:
        a:
          image: a:1
          security_opt:
            - no-new-privileges:true
          command: |
            echo a

            echo b
        b:
          image: b:1
          security_opt:
            - no-new-privileges:true
    `,
  },
  'a service with an alias for its body has no fix': {
    given: `
      services:
        a: &a
        ^ \`a\` lets programs gain rights through setuid files. Add \`no-new-privileges:true\` to \`security_opt\`.
          image: a:1
        b: *a
        ^ \`b\` lets programs gain rights through setuid files. Add \`no-new-privileges:true\` to \`security_opt\`.
    `,
    fixed: `
      services:
        a: &a
          image: a:1
          security_opt:
            - no-new-privileges:true
        b: *a
    `,
  },
});
