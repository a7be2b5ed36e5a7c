import rule from '#core/rules/dockerfile/yum-missing-yes.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string) => `Nobody can answer \`${command}\` during a build: add \`-y\`.`;

ruleTest(rule, {
  'the verb gets its -y': {
    given: `
      FROM fedora:43
      RUN yum install httpd && yum --nogpgcheck update
          ^^^^^^^^^^^ ${says('yum install')}
                               ^^^^^^^^^^^^^^^^^^^^^^^ ${says('yum update')}
    `,
    fixed: `
      FROM fedora:43
      RUN yum install -y httpd && yum --nogpgcheck update -y
    `,
  },
  'groups, modules and what removes ask as well': {
    given: `
      FROM fedora:43
      RUN yum groupinstall base
          ^^^^^^^^^^^^^^^^ ${says('yum groupinstall')}
      RUN yum module enable nodejs:20
          ^^^^^^^^^^^^^^^^^ ${says('yum module enable')}
      RUN yum remove httpd
          ^^^^^^^^^^ ${says('yum remove')}
    `,
    fixed: `
      FROM fedora:43
      RUN yum groupinstall -y base
      RUN yum module enable -y nodejs:20
      RUN yum remove -y httpd
    `,
  },
  'every way to say yes counts': {
    given: `
      FROM fedora:43
      RUN yum install -y httpd
      RUN yum -y install httpd
      RUN yum -qy install httpd
      RUN yum install httpd --assumeyes
      RUN yum install --setopt=assumeyes=1 httpd
      RUN yum install --setopt assumeyes=True httpd
      RUN yum install httpd --assumeno
      RUN yes | yum install httpd
      RUN yum install $YUM_OPTS httpd
      RUN yum -d 0 -e 0 -y install httpd
      RUN yum clean all && yum repolist && yum makecache && yum remove
    `,
  },
  'a setting answers for what comes behind it': {
    given: `
      FROM fedora:43
      RUN yum install httpd
          ^^^^^^^^^^^ ${says('yum install')}
      RUN echo "assumeyes=1" >> /etc/yum.conf
      RUN yum install httpd
    `,
    fixed: `
      FROM fedora:43
      RUN yum install -y httpd
      RUN echo "assumeyes=1" >> /etc/yum.conf
      RUN yum install httpd
    `,
  },
  'continuations, sudo, ONBUILD, heredocs and other shells': {
    given: `
      FROM fedora:43
      RUN sudo yum -q \\
          install httpd
          ^^^^^^^ ${says('yum install')}
      ONBUILD RUN yum install httpd
                  ^^^^^^^^^^^ ${says('yum install')}
      RUN <<EOF
      yum install httpd
      ^^^^^^^^^^^ ${says('yum install')}
      EOF
      RUN sh -c "yum install httpd"
                 ^^^^^^^^^^^ ${says('yum install')}
    `,
    fixed: `
      FROM fedora:43
      RUN sudo yum -q \\
          install -y httpd
      ONBUILD RUN yum install -y httpd
      RUN <<EOF
      yum install -y httpd
      EOF
      RUN sh -c "yum install -y httpd"
    `,
  },
  'a piece of a file': {
    given: `
      RUN yum install httpd
          ^^^^^^^^^^^ ${says('yum install')}
    `,
    fixed: `
      RUN yum install -y httpd
    `,
  },
  'hadolint asks for the option of the installing verbs only, and reads no settings': {
    preset: 'hadolint',
    given: `
      FROM fedora:43
      RUN yum update && sudo yum install httpd && yum remove httpd
      RUN echo "assumeyes=1" >> /etc/yum.conf && yum localinstall x.rpm
                                                 ^^^^^^^^^^^^^^^^ ${says('yum localinstall')}
    `,
    fixed: `
      FROM fedora:43
      RUN yum update && sudo yum install httpd && yum remove httpd
      RUN echo "assumeyes=1" >> /etc/yum.conf && yum localinstall -y x.rpm
    `,
  },
});
