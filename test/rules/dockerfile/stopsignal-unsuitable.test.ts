import rule from '#core/rules/dockerfile/stopsignal-unsuitable.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const deadly = (signal: string) =>
  `No program can react to ${signal}: it is cut off in the middle of whatever it does.`;
const abrupt = (program: string, better: string, signal: string) =>
  `${program} finishes its work on ${better}; ${signal} cuts it off or does not end it.`;

ruleTest(rule, {
  'KILL and STOP, by name and number': {
    given: `
      FROM debian:12
      STOPSIGNAL SIGKILL
                 ^^^^^^^ ${deadly('SIGKILL')}
      STOPSIGNAL 9
                 ^ ${deadly('SIGKILL')}
      ONBUILD STOPSIGNAL stop
                         ^^^^ ${deadly('SIGSTOP')}
    `,
    fixed: `
      FROM debian:12
      STOPSIGNAL SIGTERM
      STOPSIGNAL SIGTERM
      ONBUILD STOPSIGNAL SIGTERM
    `,
  },
  'servers that finish on another signal': {
    given: `
      FROM nginx:1.29-alpine
      STOPSIGNAL SIGTERM
                 ^^^^^^^ ${abrupt('nginx', 'SIGQUIT', 'SIGTERM')}
      FROM php:8.4-fpm
      STOPSIGNAL 15
                 ^^ ${abrupt('php-fpm', 'SIGQUIT', 'SIGTERM')}
    `,
    fixed: `
      FROM nginx:1.29-alpine
      STOPSIGNAL SIGQUIT
      FROM php:8.4-fpm
      STOPSIGNAL SIGQUIT
    `,
  },
  'systemd, started by a parent stage too': {
    given: `
      FROM debian:12 AS base
      CMD ["/sbin/init"]
      FROM base
      STOPSIGNAL SIGTERM
                 ^^^^^^^ ${abrupt('systemd', 'SIGRTMIN+3', 'SIGTERM')}
      STOPSIGNAL SIGRTMIN+3
    `,
    fixed: `
      FROM debian:12 AS base
      CMD ["/sbin/init"]
      FROM base
      STOPSIGNAL SIGRTMIN+3
      STOPSIGNAL SIGRTMIN+3
    `,
  },
  'signals that programs catch, an entrypoint of its own, variables': {
    given: `
      FROM debian:12
      STOPSIGNAL SIGTERM
      STOPSIGNAL INT
      STOPSIGNAL $SIGNAL
      FROM nginx:1.29-alpine
      ENTRYPOINT ["supervisord"]
      STOPSIGNAL SIGTERM
      FROM nginx:1.29-alpine
      STOPSIGNAL SIGQUIT
    `,
  },
  'a variable with a value, in a piece without FROM': {
    given: `
      ARG SIGNAL=KILL
      STOPSIGNAL \${SIGNAL}
                 ^^^^^^^^^ ${deadly('SIGKILL')}
    `,
    fixed: `
      ARG SIGNAL=KILL
      STOPSIGNAL SIGTERM
    `,
  },
  'the usual spelling, for those who want everything': {
    preset: 'strict',
    given: `
      FROM debian:12
      STOPSIGNAL 15
                 ^^ Everybody reads \`SIGTERM\` at once.
      STOPSIGNAL int
                 ^^^ Everybody reads \`SIGINT\` at once.
      STOPSIGNAL SIGTERM
    `,
    fixed: `
      FROM debian:12
      STOPSIGNAL SIGTERM
      STOPSIGNAL SIGINT
      STOPSIGNAL SIGTERM
    `,
  },
});
