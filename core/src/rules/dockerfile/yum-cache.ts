import { defineRule } from '../../lint/index.ts';
import { cacheLeftMessages, onCacheLeft } from '../shared/cache-left.ts';
import { hadolintReadings, packageManagers } from '../shared/packages.data.ts';
import { cleansRpm } from '../shared/rpm-cleaning.ts';

export default defineRule({
  id: 'dockerfile/yum-cache',
  kind: 'practice',
  severity: 'info',
  refs: {
    hadolint: ['DL3032'],
    trivy: ['DS-0015'],
    kics: ['yum_clean_all_missing'],
    semgrep: ['missing-yum-clean-all'],
  },
  title: 'Clean up behind yum in the same RUN',
  why: 'yum keeps the lists of all repositories in /var/cache/yum, often more than a hundred megabytes. Removing them in a later instruction only hides them: the layer that holds them is already written.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3032',
  bad: 'FROM centos:7\nRUN yum install -y httpd\n',
  good: 'FROM centos:7\nRUN yum install -y httpd && yum clean all\n',
  messages: cacheLeftMessages,
  on: onCacheLeft(
    packageManagers.yum,
    { command: (program) => `${program} clean all`, isDone: cleansRpm },
    hadolintReadings.yum,
  ),
});
