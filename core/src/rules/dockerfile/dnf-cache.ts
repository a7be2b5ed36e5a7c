import { defineRule } from '../../lint/index.ts';
import { cacheLeftMessages, onCacheLeft } from '../shared/cache-left.ts';
import { hadolintReadings, packageManagers } from '../shared/packages.data.ts';
import { cleansRpm } from '../shared/rpm-cleaning.ts';

export default defineRule({
  id: 'dockerfile/dnf-cache',
  kind: 'practice',
  severity: 'info',
  refs: {
    hadolint: ['DL3040'],
    trivy: ['DS-0019', 'DS-0027'],
    kics: ['missing_dnf_clean_all'],
    semgrep: ['missing-dnf-clean-all'],
  },
  title: 'Clean up behind dnf in the same RUN',
  why: 'dnf and microdnf keep the lists of all repositories below /var/cache, often more than a hundred megabytes. Removing them in a later instruction only hides them: the layer that holds them is already written.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3040',
  bad: 'FROM fedora:43\nRUN dnf install -y httpd\n',
  good: 'FROM fedora:43\nRUN dnf install -y httpd && dnf clean all\n',
  messages: cacheLeftMessages,
  on: onCacheLeft(
    packageManagers.dnf,
    { command: (program) => `${program} clean all`, isDone: cleansRpm },
    hadolintReadings.dnf,
  ),
});
