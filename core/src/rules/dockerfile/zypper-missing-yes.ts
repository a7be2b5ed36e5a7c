import { defineRule } from '../../lint/index.ts';
import { missingYesMessages, onMissingYes } from '../shared/missing-yes.ts';
import { hadolintReadings, packageManagers } from '../shared/packages.data.ts';

export default defineRule({
  id: 'dockerfile/zypper-missing-yes',
  kind: 'practice',
  severity: 'warning',
  refs: {
    hadolint: ['DL3034'],
    kics: ['missing_zypper_non_interactive_switch'],
    semgrep: ['missing-zypper-no-confirm-switch'],
  },
  title: 'Let zypper run without questions',
  why: 'zypper asks before it changes anything. A build has no keyboard, so it stops there. `--non-interactive` stands in front of the command and answers every question, `--no-confirm` behind it answers this one.',
  source: 'https://en.opensuse.org/SDB:Zypper_manual',
  bad: 'FROM opensuse/leap:15.6\nRUN zypper install httpd && zypper clean --all\n',
  good: 'FROM opensuse/leap:15.6\nRUN zypper --non-interactive install httpd && zypper clean --all\n',
  messages: missingYesMessages,
  on: onMissingYes(packageManagers.zypper, hadolintReadings.zypper),
});
