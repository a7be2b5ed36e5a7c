import { defineRule } from '../../lint/index.ts';
import { missingYesMessages, onMissingYes } from '../shared/missing-yes.ts';
import { hadolintReadings, packageManagers } from '../shared/packages.data.ts';

export default defineRule({
  id: 'dockerfile/apt-missing-yes',
  kind: 'practice',
  severity: 'warning',
  refs: {
    hadolint: ['DL3014'],
    trivy: ['DS-0021'],
    kics: ['apt_get_missing_flags_to_avoid_manual_input'],
    semgrep: ['missing-assume-yes-switch'],
  },
  title: 'Let apt-get run without questions',
  why: 'apt-get asks before it installs more than what was named. A build has no keyboard, so it stops there with "Abort". `DEBIAN_FRONTEND=noninteractive` does not answer this question.',
  source: 'https://manpages.debian.org/stable/apt/apt-get.8.en.html#OPTIONS',
  bad: 'FROM debian:12\nRUN apt-get update && apt-get install curl\n',
  good: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl\n',
  messages: missingYesMessages,
  on: onMissingYes(packageManagers.apt, hadolintReadings.apt),
});
