import rule from '#core/rules/dockerfile/zypper-missing-yes.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string) => `Nobody can answer \`${command}\` during a build: add \`--non-interactive\`.`;

ruleTest(rule, {
  'the option goes behind the name of zypper': {
    given: `
      FROM opensuse/leap:15.6
      RUN zypper install httpd && zypper --quiet in git
          ^^^^^^^^^^^^^^ ${says('zypper install')}
                                  ^^^^^^^^^^^^^^^^^ ${says('zypper in')}
    `,
    fixed: `
      FROM opensuse/leap:15.6
      RUN zypper --non-interactive install httpd && zypper --non-interactive --quiet in git
    `,
  },
  'what removes and updates asks as well': {
    given: `
      FROM opensuse/leap:15.6
      RUN zypper rm httpd
          ^^^^^^^^^ ${says('zypper rm')}
      RUN zypper dup
          ^^^^^^^^^^ ${says('zypper dup')}
    `,
    fixed: `
      FROM opensuse/leap:15.6
      RUN zypper --non-interactive rm httpd
      RUN zypper --non-interactive dup
    `,
  },
  'every way to say yes counts': {
    given: `
      FROM opensuse/leap:15.6
      RUN zypper -n install httpd
      RUN zypper --non-interactive in httpd
      RUN zypper -nq in httpd
      RUN zypper install -y httpd
      RUN zypper in --no-confirm httpd
      RUN zypper in --dry-run httpd
      RUN yes | zypper in httpd
      RUN zypper refresh && zypper addrepo https://example.org/x x && zypper clean && zypper rm
    `,
  },
  'behind the verb -n is something else': {
    given: `
      FROM opensuse/leap:15.6
      RUN zypper in -n httpd
          ^^^^^^^^^ ${says('zypper in')}
    `,
    fixed: `
      FROM opensuse/leap:15.6
      RUN zypper --non-interactive in -n httpd
    `,
  },
  'continuations, ONBUILD, heredocs and other shells': {
    given: `
      FROM opensuse/leap:15.6
      RUN zypper \\
          install httpd
          ^^^^^^^ ${says('zypper install')}
      ONBUILD RUN zypper in httpd
                  ^^^^^^^^^ ${says('zypper in')}
      RUN <<EOF
      zypper in httpd
      ^^^^^^^^^ ${says('zypper in')}
      EOF
      RUN bash -c 'zypper in httpd'
                   ^^^^^^^^^ ${says('zypper in')}
    `,
    fixed: `
      FROM opensuse/leap:15.6
      RUN zypper --non-interactive \\
          install httpd
      ONBUILD RUN zypper --non-interactive in httpd
      RUN <<EOF
      zypper --non-interactive in httpd
      EOF
      RUN bash -c 'zypper --non-interactive in httpd'
    `,
  },
  'a piece of a file': {
    given: `
      RUN zypper in httpd
          ^^^^^^^^^ ${says('zypper in')}
    `,
    fixed: `
      RUN zypper --non-interactive in httpd
    `,
  },
  'hadolint looks at fewer verbs, and takes -n anywhere': {
    preset: 'hadolint',
    given: `
      FROM opensuse/leap:15.6
      RUN zypper in -n httpd && zypper update && sudo zypper in httpd
      RUN yes | zypper patch
                ^^^^^^^^^^^^ ${says('zypper patch')}
    `,
    fixed: `
      FROM opensuse/leap:15.6
      RUN zypper in -n httpd && zypper update && sudo zypper in httpd
      RUN yes | zypper --non-interactive patch
    `,
  },
});
