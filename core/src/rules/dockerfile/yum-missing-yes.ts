import { defineRule } from '../../lint/index.ts';
import { missingYesMessages, onMissingYes } from '../shared/missing-yes.ts';
import { hadolintReadings, packageManagers } from '../shared/packages.data.ts';

export default defineRule({
  id: 'dockerfile/yum-missing-yes',
  kind: 'practice',
  severity: 'warning',
  refs: {
    hadolint: ['DL3030'],
    kics: ['yum_install_allows_manual_input'],
    semgrep: ['missing-yum-assume-yes-switch'],
  },
  title: 'Let yum run without questions',
  why: 'yum asks before it changes anything. A build has no keyboard, so it takes silence for a no and stops with an error.',
  source: 'https://man7.org/linux/man-pages/man8/yum.8.html',
  bad: 'FROM centos:7\nRUN yum install httpd && yum clean all\n',
  good: 'FROM centos:7\nRUN yum install -y httpd && yum clean all\n',
  messages: missingYesMessages,
  on: onMissingYes(packageManagers.yum, hadolintReadings.yum),
});
