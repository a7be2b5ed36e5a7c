import { defineRule } from '../../lint/index.ts';
import { missingYesMessages, onMissingYes } from '../shared/missing-yes.ts';
import { hadolintReadings, packageManagers } from '../shared/packages.data.ts';

export default defineRule({
  id: 'dockerfile/dnf-missing-yes',
  kind: 'practice',
  severity: 'warning',
  refs: {
    hadolint: ['DL3038'],
    kics: ['missing_flag_from_dnf_install'],
    semgrep: ['missing-dnf-assume-yes-switch'],
  },
  title: 'Let dnf run without questions',
  why: 'dnf asks before it changes anything. A build has no keyboard, so it takes silence for a no and stops with an error. microdnf never asks.',
  source: 'https://dnf.readthedocs.io/en/latest/command_ref.html#options',
  bad: 'FROM fedora:43\nRUN dnf install httpd && dnf clean all\n',
  good: 'FROM fedora:43\nRUN dnf install -y httpd && dnf clean all\n',
  messages: missingYesMessages,
  on: onMissingYes(packageManagers.dnf, hadolintReadings.dnf),
});
