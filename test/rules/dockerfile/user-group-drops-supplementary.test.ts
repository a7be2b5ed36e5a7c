import rule from '#core/rules/dockerfile/user-group-drops-supplementary.ts';
import { ruleTest } from '#test/kit/rule-test.ts';

const says = (user: string, groups: string) =>
  `With a group behind the name only that one counts: \`${user}\` loses \`${groups}\`, given to it in this file.`;

ruleTest(rule, {
  'groups given by usermod and useradd': {
    given: `
      FROM debian:12
      RUN useradd -G audio,app app && usermod -aG video app
      USER app:app
           ^^^^^^^ ${says('app', 'audio, video')}
    `,
  },
  'by adduser, addgroup and gpasswd': {
    given: `
      FROM alpine:3.23
      RUN adduser -D app && adduser app dialout && addgroup app audio && gpasswd -a app video
      USER app:app
           ^^^^^^^ ${says('app', 'dialout, audio, video')}
    `,
  },
  'without a group all of them count': {
    given: `
      FROM debian:12
      RUN useradd -G video app
      USER app
    `,
  },
  'the named group is the one that was given, or another user has it': {
    given: `
      FROM debian:12
      RUN usermod -aG video app && usermod -aG audio other
      USER app:video
    `,
  },
  'only what comes before, in this stage and its parents': {
    given: `
      FROM debian:12 AS base
      RUN usermod -aG video app
      FROM debian:12 AS other
      USER app:app
      RUN usermod -aG audio app
      FROM base
      USER app:app
           ^^^^^^^ ${says('app', 'video')}
    `,
  },
  'in a piece without FROM': {
    given: `
      RUN usermod -G docker jenkins
      USER jenkins:jenkins
           ^^^^^^^^^^^^^^^ ${says('jenkins', 'docker')}
    `,
  },
});
