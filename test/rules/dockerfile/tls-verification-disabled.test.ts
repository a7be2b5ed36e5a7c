import rule from '#core/rules/dockerfile/tls-verification-disabled.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (option: string, program: string) =>
  `With \`${option}\` \`${program}\` accepts any certificate: whoever is on the way decides what arrives.`;

ruleTest(rule, {
  'curl, also where short options run together': {
    given: `
      FROM debian:12
      RUN curl -k -O https://example.org/a && curl -fsSkLO https://example.org/b
               ^^ ${says('-k', 'curl')}
                                                   ^^^^^^^ ${says('-k', 'curl')}
      RUN curl https://example.org/a --insecure
                                     ^^^^^^^^^^ ${says('--insecure', 'curl')}
    `,
    fixed: `
      FROM debian:12
      RUN curl -O https://example.org/a && curl -fsSLO https://example.org/b
      RUN curl https://example.org/a
    `,
  },
  'wget, pip, npm and git, across lines': {
    given: `
      FROM debian:12
      RUN wget --no-check-certificate https://example.org/a \\
               ^^^^^^^^^^^^^^^^^^^^^^ ${says('--no-check-certificate', 'wget')}
        && pip install --trusted-host pypi.org \\
                       ^^^^^^^^^^^^^^^^^^^^^^^ ${says('--trusted-host pypi.org', 'pip')}
          # the one we need
          flask==3 \\
        && git -c http.sslVerify=false clone https://example.org/x.git
               ^^^^^^^^^^^^^^^^^^^^^^^ ${says('-c http.sslVerify=false', 'git')}
      RUN npm --strict-ssl=false ci
              ^^^^^^^^^^^^^^^^^^ ${says('--strict-ssl=false', 'npm')}
    `,
    fixed: `
      FROM debian:12
      RUN wget https://example.org/a \\
        && pip install \\
          # the one we need
          flask==3 \\
        && git clone https://example.org/x.git
      RUN npm ci
    `,
  },
  'settings are marked, and left to the author': {
    given: `
      FROM debian:12
      RUN npm config set strict-ssl false && yarn config set strict-ssl false -g
                         ^^^^^^^^^^^^^^^^ ${says('strict-ssl false', 'npm')}
                                                             ^^^^^^^^^^^^^^^^ ${says('strict-ssl false', 'yarn')}
      RUN git config --global http.sslVerify "false"
                              ^^^^^^^^^^^^^^^^^^^^^^ ${says('http.sslVerify false', 'git')}
      RUN pip config set global.trusted-host example.org
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('global.trusted-host example.org', 'pip')}
      RUN ["curl", "-k", "https://example.org"]
                   ^^^^ ${says('-k', 'curl')}
    `,
  },
  'package managers, in heredocs and behind ONBUILD': {
    given: `
      FROM fedora:43
      RUN <<EOF
      yum install -y --setopt=sslverify=0 git
                     ^^^^^^^^^^^^^^^^^^^^ ${says('--setopt=sslverify=0', 'yum')}
      EOF
      ONBUILD RUN sudo apt-get -o Acquire::https::Verify-Peer=false update
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${says('-o Acquire::https::Verify-Peer=false', 'apt-get')}
    `,
    fixed: `
      FROM fedora:43
      RUN <<EOF
      yum install -y git
      EOF
      ONBUILD RUN sudo apt-get update
    `,
  },
  'a k that is a value, of another program, or in a text': {
    given: `
      FROM debian:12
      RUN curl -ok https://example.org/a && curl -H "x: -k" -O https://example.org/b && tar -k
      RUN curl -s https://example.org/a | sort -k 2 && echo curl -k
      RUN apt-get install -y curl && mkdir -p k
      RUN git config http.sslVerify true && npm config set strict-ssl true
    `,
  },
  'the machine itself has no certificate that anybody could check': {
    given: `
      FROM debian:12
      RUN curl -k https://localhost:8443/ready && wget --no-check-certificate https://127.0.0.1/
    `,
  },
  'a piece without FROM': {
    given: `
      RUN curl -sk https://example.org/a
               ^^^ ${says('-k', 'curl')}
    `,
    fixed: `
      RUN curl -s https://example.org/a
    `,
  },
});
