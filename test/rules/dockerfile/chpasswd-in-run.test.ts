import rule from '#core/rules/dockerfile/chpasswd-in-run.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (program: string) =>
  `\`${program}\` writes a password into the image, where everybody can read or guess it.`;

ruleTest(rule, {
  'piped into chpasswd or passwd': {
    given: `
      FROM debian:12
      RUN echo "root:secret" | chpasswd
                               ^^^^^^^^ ${says('chpasswd')}
      RUN printf 'a\\na\\n' | passwd app
                            ^^^^^^ ${says('passwd')}
      RUN echo a | passwd --stdin app
                   ^^^^^^ ${says('passwd')}
      RUN chpasswd <<< "root:secret"
          ^^^^^^^^ ${says('chpasswd')}
    `,
  },
  'as an option, with a hash or a variable': {
    given: `
      FROM debian:12
      RUN useradd -m -p "$(openssl passwd -1 secret)" app
          ^^^^^^^ ${says('useradd')}
      RUN usermod --password=$HASH root
          ^^^^^^^ ${says('usermod')}
    `,
  },
  'across lines, in heredocs, behind ONBUILD and sudo': {
    given: `
      FROM debian:12
      RUN useradd app \\
        # let me in
        && echo "app:$PASSWORD" \\
        | sudo chpasswd -e
               ^^^^^^^^ ${says('chpasswd')}
      RUN <<EOF
      echo "app:app" | chpasswd
                       ^^^^^^^^ ${says('chpasswd')}
      EOF
      ONBUILD RUN echo "app:app" | chpasswd
                                   ^^^^^^^^ ${says('chpasswd')}
    `,
  },
  'locking and deleting passwords, other commands, and words': {
    given: `
      FROM debian:12
      RUN passwd -d app && passwd --lock root && passwd -l root
      RUN useradd -m app && usermod -p '*' app && usermod -p '!' app && usermod -aG docker app
      RUN echo chpasswd && cat /etc/passwd | grep app && apt-get install -y passwd
    `,
  },
  'what a secret mount gives stays out of the history': {
    given: `
      FROM debian:12
      RUN --mount=type=secret,id=pw cat /run/secrets/pw | chpasswd -e
    `,
  },
  'a piece without FROM': {
    given: `
      RUN echo "root:root" | chpasswd
                             ^^^^^^^^ ${says('chpasswd')}
    `,
  },
});
