import rule from '#core/rules/dockerfile/rpm-signature-disabled.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (option: string, program: string) => `\`${option}\` lets ${program} install packages that nobody signed.`;

ruleTest(rule, {
  'each program in its own words': {
    given: `
      FROM fedora:43
      RUN yum install -y --nogpgcheck tool
                         ^^^^^^^^^^^^ ${says('--nogpgcheck', 'yum')}
      RUN sudo dnf --nogpgcheck -y install tool
                   ^^^^^^^^^^^^ ${says('--nogpgcheck', 'dnf')}
      RUN zypper --no-gpg-checks in tool
                 ^^^^^^^^^^^^^^^ ${says('--no-gpg-checks', 'zypper')}
      RUN rpm -Uvh --nosignature tool.rpm
                   ^^^^^^^^^^^^^ ${says('--nosignature', 'rpm')}
      RUN rpm -i --nodigest tool.rpm
                 ^^^^^^^^^^ ${says('--nodigest', 'rpm')}
    `,
  },
  'a setting, wherever it is written': {
    given: `
      FROM fedora:43
      RUN dnf -y install --setopt=*.gpgcheck=0 tool
                                    ^^^^^^^^^^ ${says('gpgcheck=0', 'yum and dnf')}
      RUN sed -i 's/gpgcheck=1/gpgcheck=0/' /etc/yum.repos.d/x.repo
                               ^^^^^^^^^^ ${says('gpgcheck=0', 'yum and dnf')}
      COPY <<EOF /etc/yum.repos.d/x.repo
      [x]
      # gpgcheck=0
      baseurl=https://example.org/x
      gpgcheck = 0
      ^^^^^^^^^^^^ ${says('gpgcheck = 0', 'yum and dnf')}
      EOF
    `,
  },
  'continuations, ONBUILD, heredocs and other shells': {
    given: `
      FROM fedora:43
      RUN dnf -y install \\
          --nogpgcheck \\
          ^^^^^^^^^^^^ ${says('--nogpgcheck', 'dnf')}
          tool
      ONBUILD RUN rpm -i --nosignature x.rpm
                         ^^^^^^^^^^^^^ ${says('--nosignature', 'rpm')}
      RUN <<EOF
      printf '[x]\\ngpgcheck=0' > /etc/yum.repos.d/x.repo
                   ^^^^^^^^^^ ${says('gpgcheck=0', 'yum and dnf')}
      EOF
      RUN sh -c "dnf -y install --nogpgcheck tool"
                                ^^^^^^^^^^^^ ${says('--nogpgcheck', 'dnf')}
    `,
  },
  'switched on, about metadata, or about something else': {
    given: `
      FROM fedora:43
      RUN sed -i 's/gpgcheck=0/gpgcheck=1/' /etc/yum.repos.d/x.repo
      RUN echo 'repo_gpgcheck=0' >> /etc/yum.repos.d/x.repo
      RUN rpm -q --nosignature tool && rpm -qi --nodigest tool && rpm --import key.asc
      RUN tool --noverify && npm install --nosignature
      LABEL x="gpgcheck=0"
    `,
  },
  'files of the project': {
    given: `
      FROM fedora:43
      RUN dnf -y install --nogpgcheck ./tool.rpm
                         ^^^^^^^^^^^^ ${says('--nogpgcheck', 'dnf')}
    `,
  },
  'a piece of a file': {
    given: `
      RUN yum install -y --nogpgcheck tool
                         ^^^^^^^^^^^^ ${says('--nogpgcheck', 'yum')}
    `,
  },
});
