import rule from '#core/rules/dockerfile/nonsensical-command.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (command: string) =>
  `\`${command}\` does nothing for an image: a build has no terminal, no services and no processes of before.`;

ruleTest(rule, {
  'the command is marked': {
    given: `
      FROM debian:12
      RUN service nginx start
          ^^^^^^^ ${says('service')}
      RUN top
          ^^^ ${says('top')}
      RUN shutdown -h now
          ^^^^^^^^ ${says('shutdown')}
      RUN vim /etc/hosts
          ^^^ ${says('vim')}
    `,
  },
  'by its path, behind sudo, across lines, in heredocs and behind ONBUILD': {
    given: `
      FROM debian:12
      RUN make \\
        # who runs
        && /bin/ps aux | wc -l
           ^^^^^^^ ${says('ps')}
      RUN sudo free -m
               ^^^^ ${says('free')}
      RUN <<EOF
      reboot
      ^^^^^^ ${says('reboot')}
      EOF
      ONBUILD RUN ssh host
                  ^^^ ${says('ssh')}
    `,
  },
  'names of packages, words and other programs are no commands': {
    given: `
      FROM debian:12
      RUN apt-get install -y vim ssh procps && echo kill && ./services start
      RUN ["apt-get", "install", "vim"]
      CMD service nginx start
    `,
  },
  'what one RUN starts it may use and stop, and keys may be lent': {
    given: `
      FROM debian:12
      RUN service postgresql start && createdb app
      RUN ./server & sleep 1 && kill $!
      RUN --mount=type=ssh ssh -T git@example.org
      RUN --security=insecure mount -t tmpfs tmpfs /x
      RUN ssh -V
    `,
  },
  'hadolint reports them too': {
    preset: 'hadolint',
    given: `
      FROM debian:12
      RUN service postgresql start && createdb app
          ^^^^^^^ ${says('service')}
      RUN --mount=type=ssh ssh -T git@example.org
                           ^^^ ${says('ssh')}
      RUN reboot
    `,
  },
  'a piece without FROM': {
    given: `
      RUN mount /dev/sda1 /mnt
          ^^^^^ ${says('mount')}
    `,
  },
});
