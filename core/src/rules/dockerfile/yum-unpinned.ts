import { defineRule } from '../../lint/index.ts';
import { hadolintReadings, packageManagers } from '../shared/packages.data.ts';
import { createRpmPins } from '../shared/rpm-pins.ts';
import { onUnpinned, unpinnedMessages } from '../shared/unpinned.ts';

export default defineRule({
  id: 'dockerfile/yum-unpinned',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3033'], kics: ['yum_install_without_version'] },
  title: 'Name the version of every package that yum installs',
  why: 'Without a version the same file installs other packages tomorrow. This is off by default, because a version has to be raised by hand whenever a fix comes out.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3033',
  bad: 'FROM centos:7\nRUN yum install -y httpd && yum clean all\n',
  good: 'FROM centos:7\nRUN yum install -y httpd-2.4.6 && yum clean all\n',
  messages: unpinnedMessages,
  on: onUnpinned(packageManagers.yum, hadolintReadings.yum, createRpmPins({ skipsGroups: false })),
});
