import rule from '#core/rules/dockerfile/workdir-system-dir.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const leak =
  'A working directory among open files can lie outside the container: this is how CVE-2024-21626 breaks out.';
const kernel = (path: string) => `\`${path}\` belongs to the kernel: files cannot be kept there.`;
const programs = (path: string) => `\`${path}\` holds the programs of the system: work in a directory of your own.`;

ruleTest(rule, {
  'among open files of a process': {
    given: `
      FROM debian:12
      WORKDIR /proc/self/fd/7
              ^^^^^^^^^^^^^^^ ${leak}
      WORKDIR "/proc//1/cwd"
              ^^^^^^^^^^^^^^ ${leak}
    `,
  },
  'folders of the kernel': {
    given: `
      FROM debian:12
      WORKDIR /proc
              ^^^^^ ${kernel('/proc')}
      WORKDIR /dev/
              ^^^^^ ${kernel('/dev')}
      WORKDIR /sys/kernel
              ^^^^^^^^^^^ ${kernel('/sys/kernel')}
    `,
  },
  'folders of programs': {
    given: `
      FROM debian:12
      WORKDIR /bin
              ^^^^ ${programs('/bin')}
      WORKDIR /usr/sbin
              ^^^^^^^^^ ${programs('/usr/sbin')}
    `,
  },
  'folders that people do work in': {
    given: `
      FROM debian:12
      WORKDIR /
      WORKDIR /root
      WORKDIR /etc/nginx
      WORKDIR /usr/local/bin
      WORKDIR /usr/lib/node_modules/app
      WORKDIR /process
      WORKDIR /devel
      WORKDIR /dev/shm
      WORKDIR proc
      WORKDIR /lib/app
    `,
  },
  'by a variable, and behind ONBUILD': {
    given: `
      FROM debian:12
      ENV DIR=/proc
      WORKDIR $DIR/self/fd/8
              ^^^^^^^^^^^^^^ ${leak}
      WORKDIR $OTHER
      ONBUILD WORKDIR /boot
                      ^^^^^ ${kernel('/boot')}
    `,
  },
  'in a piece without FROM, across a continuation': {
    given: `
      WORKDIR \\
        /sys
        ^^^^ ${kernel('/sys')}
    `,
  },
});
