import { defineRule } from '../../lint/index.ts';
import { hadolintReadings, packageManagers } from '../shared/packages.data.ts';
import { onUnpinned, unpinnedMessages } from '../shared/unpinned.ts';

export default defineRule({
  id: 'dockerfile/zypper-unpinned',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3037'], kics: ['zypper_install_without_version'] },
  title: 'Name the version of every package that zypper installs',
  why: 'Without a version the same file installs other packages tomorrow. This is off by default, because a version has to be raised by hand whenever a fix comes out.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3037',
  bad: 'FROM opensuse/leap:15.6\nRUN zypper -n install httpd && zypper clean --all\n',
  good: 'FROM opensuse/leap:15.6\nRUN zypper -n install httpd=2.4.58 && zypper clean --all\n',
  messages: unpinnedMessages,
  on: onUnpinned(
    packageManagers.zypper,
    hadolintReadings.zypper,
    () =>
      () =>
      ({ value }) =>
        /[=<>]|\.rpm$/.test(value),
  ),
});
