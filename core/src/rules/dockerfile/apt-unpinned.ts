import { defineRule } from '../../lint/index.ts';
import { hadolintReadings, packageManagers } from '../shared/packages.data.ts';
import { onUnpinned, unpinnedMessages } from '../shared/unpinned.ts';

export default defineRule({
  id: 'dockerfile/apt-unpinned',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3008'], kics: ['apt_get_install_pin_version_not_defined'] },
  title: 'Name the version of every package that apt-get installs',
  why: 'Without a version the same file installs other packages tomorrow. This is off by default: Debian and Ubuntu drop a version as soon as a newer one is there, so a build that names it fails until somebody looks. A base image named by its digest, or a snapshot repository, keeps builds the same without that.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3008',
  bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n',
  good: 'FROM debian:12\nRUN apt-get update && apt-get install -y curl=7.88.1-10+deb12u12 && rm -rf /var/lib/apt/lists/*\n',
  messages: unpinnedMessages,
  on: onUnpinned(
    packageManagers.apt,
    hadolintReadings.apt,
    () =>
      () =>
      ({ value }) =>
        /[=/]|\.deb$/.test(value),
  ),
});
