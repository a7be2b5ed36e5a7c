import rule from '#core/rules/dockerfile/yum-unpinned.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (...packages: string[]) =>
  `No version is named for ${packages.map((name) => `\`${name}\``).join(', ')}: another build may install another one.`;

ruleTest(rule, {
  'packages without a version': {
    given: `
      FROM fedora:43
      RUN yum install -y httpd httpd-devel-2.4.65 gcc-c++
                         ^^^^^ ${says('httpd', 'gcc-c++')}
    `,
  },
  'what stands for a version, and what only looks like one': {
    given: `
      FROM fedora:43
      RUN yum install -y httpd-2.4.65 git-2.39.5-1.el9 bash-0:5.1 kernel-6.* 'foo = 1.2'
      RUN yum install -y java-17-openjdk
                         ^^^^^^^^^^^^^^^ ${says('java-17-openjdk')}
    `,
  },
  'modules have streams, groups have nothing': {
    given: `
      FROM fedora:43
      RUN yum module install -y nodejs:20
      RUN yum module install -y nodejs
                                ${'^'.repeat(6)} ${says('nodejs')}
      RUN yum groupinstall -y 'Development Tools' && yum -y group install base
      RUN yum install -y @development-tools
    `,
  },
  'files, addresses, options and variables': {
    given: `
      FROM fedora:43
      RUN yum install -y --enablerepo epel --setopt tsflags=nodocs https://example.org/epel.rpm ./x.rpm /usr/bin/dig $PACKAGES
      RUN yum remove -y httpd && yum -y update httpd
    `,
  },
  'continuations, ONBUILD and heredocs': {
    given: `
      FROM fedora:43
      RUN yum -y install \\
          httpd \\
          ^^^^^ ${says('httpd')}
        && yum clean all
      ONBUILD RUN yum -y install httpd
                                 ^^^^^ ${says('httpd')}
      RUN <<EOF
      yum -y install httpd
                     ^^^^^ ${says('httpd')}
      EOF
    `,
  },
  'a piece of a file': {
    given: `
      RUN yum install -y httpd
                         ^^^^^ ${says('httpd')}
    `,
  },
  'hadolint takes any digit behind a dash for a version, values of options for packages, and known variables for pinned':
    {
      preset: 'hadolint',
      given: `
      FROM fedora:43
      ARG VERSION=2.4
      RUN yum install -y java-17-openjdk httpd-\${VERSION}
      RUN yum install -y --enablerepo epel httpd-\${OTHER}
                                      ^^^^ ${says('epel', 'httpd-${OTHER}')}
      RUN sudo yum install -y httpd
    `,
    },
});
