import rule from '#core/rules/dockerfile/zypper-unpinned.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (...packages: string[]) =>
  `No version is named for ${packages.map((name) => `\`${name}\``).join(', ')}: another build may install another one.`;

ruleTest(rule, {
  'packages without a version, by either name of the verb': {
    given: `
      FROM opensuse/leap:15.6
      RUN zypper -n install httpd git=2.43
                            ^^^^^ ${says('httpd')}
      RUN zypper --non-interactive in -y git
                                         ^^^ ${says('git')}
    `,
  },
  'every relation counts': {
    given: `
      FROM opensuse/leap:15.6
      RUN zypper -n in httpd=2.4 'git>=2.40' 'bash<6' "make>4"
    `,
  },
  'patterns, files, exclusions, options and variables': {
    given: `
      FROM opensuse/leap:15.6
      RUN zypper -n in -t pattern devel_basis=1 ./x.rpm https://example.org/x.rpm pattern:base -vim $PACKAGES
      RUN zypper -n in --from repo-oss git=2.43 && zypper rm git
    `,
  },
  'continuations, ONBUILD and heredocs': {
    given: `
      FROM opensuse/leap:15.6
      RUN zypper -n in \\
          httpd
          ^^^^^ ${says('httpd')}
      ONBUILD RUN zypper -n in httpd
                               ^^^^^ ${says('httpd')}
      RUN <<EOF
      zypper -n in httpd
                   ^^^^^ ${says('httpd')}
      EOF
    `,
  },
  'a piece of a file': {
    given: `
      RUN zypper in httpd
                    ^^^^^ ${says('httpd')}
    `,
  },
  'hadolint takes values of options for packages': {
    preset: 'hadolint',
    given: `
      FROM opensuse/leap:15.6
      RUN zypper -n in -t pattern git=2.43
                          ^^^^^^^ ${says('pattern')}
      RUN sudo zypper -n in git
    `,
  },
});
