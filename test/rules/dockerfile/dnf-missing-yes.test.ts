import rule from '#core/rules/dockerfile/dnf-missing-yes.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string) => `Nobody can answer \`${command}\` during a build: add \`-y\`.`;

ruleTest(rule, {
  'the verb gets its -y': {
    given: `
      FROM fedora:43
      RUN dnf install httpd && dnf --nogpgcheck update
          ^^^^^^^^^^^ ${says('dnf install')}
                               ^^^^^^^^^^^^^^^^^^^^^^^ ${says('dnf update')}
    `,
    fixed: `
      FROM fedora:43
      RUN dnf install -y httpd && dnf --nogpgcheck update -y
    `,
  },
  'groups, modules and what removes ask as well': {
    given: `
      FROM fedora:43
      RUN dnf groupinstall base
          ^^^^^^^^^^^^^^^^ ${says('dnf groupinstall')}
      RUN dnf module enable nodejs:20
          ^^^^^^^^^^^^^^^^^ ${says('dnf module enable')}
      RUN dnf remove httpd
          ^^^^^^^^^^ ${says('dnf remove')}
    `,
    fixed: `
      FROM fedora:43
      RUN dnf groupinstall -y base
      RUN dnf module enable -y nodejs:20
      RUN dnf remove -y httpd
    `,
  },
  'every way to say yes counts': {
    given: `
      FROM fedora:43
      RUN dnf install -y httpd
      RUN dnf -y install httpd
      RUN dnf -qy install httpd
      RUN dnf install httpd --assumeyes
      RUN dnf install --setopt=assumeyes=1 httpd
      RUN dnf install --setopt assumeyes=True httpd
      RUN dnf install httpd --assumeno
      RUN yes | dnf install httpd
      RUN dnf install $DNF_OPTS httpd
      RUN dnf -d 0 -e 0 -y install httpd
      RUN dnf clean all && dnf repolist && dnf makecache && dnf remove
    `,
  },
  'a setting answers for what comes behind it': {
    given: `
      FROM fedora:43
      RUN dnf install httpd
          ^^^^^^^^^^^ ${says('dnf install')}
      RUN echo "assumeyes=1" >> /etc/dnf/dnf.conf
      RUN dnf install httpd
    `,
    fixed: `
      FROM fedora:43
      RUN dnf install -y httpd
      RUN echo "assumeyes=1" >> /etc/dnf/dnf.conf
      RUN dnf install httpd
    `,
  },
  'continuations, sudo, ONBUILD, heredocs and other shells': {
    given: `
      FROM fedora:43
      RUN sudo dnf -q \\
          install httpd
          ^^^^^^^ ${says('dnf install')}
      ONBUILD RUN dnf install httpd
                  ^^^^^^^^^^^ ${says('dnf install')}
      RUN <<EOF
      dnf install httpd
      ^^^^^^^^^^^ ${says('dnf install')}
      EOF
      RUN sh -c "dnf install httpd"
                 ^^^^^^^^^^^ ${says('dnf install')}
    `,
    fixed: `
      FROM fedora:43
      RUN sudo dnf -q \\
          install -y httpd
      ONBUILD RUN dnf install -y httpd
      RUN <<EOF
      dnf install -y httpd
      EOF
      RUN sh -c "dnf install -y httpd"
    `,
  },
  'a piece of a file': {
    given: `
      RUN dnf install httpd
          ^^^^^^^^^^^ ${says('dnf install')}
    `,
    fixed: `
      RUN dnf install -y httpd
    `,
  },
  'microdnf never asks, but hadolint wants the option there too': {
    given: `
      FROM redhat/ubi9-minimal:9.6
      RUN microdnf install httpd
    `,
  },
  'as hadolint sees it': {
    preset: 'hadolint',
    given: `
      FROM redhat/ubi9-minimal:9.6
      RUN microdnf install httpd
          ^^^^^^^^^^^^^^^^ ${says('microdnf install')}
    `,
    fixed: `
      FROM redhat/ubi9-minimal:9.6
      RUN microdnf install -y httpd
    `,
  },
  'hadolint asks for the option of the installing verbs only, and reads no settings': {
    preset: 'hadolint',
    given: `
      FROM fedora:43
      RUN dnf update && sudo dnf install httpd && dnf remove httpd
      RUN echo "assumeyes=1" >> /etc/dnf/dnf.conf && dnf localinstall x.rpm
                                                     ^^^^^^^^^^^^^^^^ ${says('dnf localinstall')}
    `,
    fixed: `
      FROM fedora:43
      RUN dnf update && sudo dnf install httpd && dnf remove httpd
      RUN echo "assumeyes=1" >> /etc/dnf/dnf.conf && dnf localinstall -y x.rpm
    `,
  },
});
