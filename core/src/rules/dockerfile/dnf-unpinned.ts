import { defineRule } from '../../lint/index.ts';
import { hadolintReadings, packageManagers } from '../shared/packages.data.ts';
import { createRpmPins } from '../shared/rpm-pins.ts';
import { onUnpinned, unpinnedMessages } from '../shared/unpinned.ts';

export default defineRule({
  id: 'dockerfile/dnf-unpinned',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3041'], kics: ['missing_version_specification_in_dnf_install'] },
  title: 'Name the version of every package that dnf installs',
  why: 'Without a version the same file installs other packages tomorrow. This is off by default: Fedora drops a version as soon as a newer one is there, so a build that names it fails until somebody looks.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3041',
  bad: 'FROM fedora:43\nRUN dnf install -y httpd && dnf clean all\n',
  good: 'FROM fedora:43\nRUN dnf install -y httpd-2.4.65 && dnf clean all\n',
  messages: unpinnedMessages,
  on: onUnpinned(packageManagers.dnf, hadolintReadings.dnf, createRpmPins({ skipsGroups: true })),
});
