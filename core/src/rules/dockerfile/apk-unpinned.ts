import { defineRule } from '../../lint/index.ts';
import { hadolintReadings, packageManagers } from '../shared/packages.data.ts';
import { onUnpinned, unpinnedMessages } from '../shared/unpinned.ts';

export default defineRule({
  id: 'dockerfile/apk-unpinned',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: { hadolint: ['DL3018'], kics: ['unpinned_package_version_in_apk_add'] },
  title: 'Name the version of every package that apk installs',
  why: 'Without a version the same file installs other packages tomorrow. This is off by default: Alpine drops a version as soon as a newer one is there, so a build that names it exactly fails until somebody looks. `~` takes every fix of one version and breaks less often.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3018',
  bad: 'FROM alpine:3.23\nRUN apk add --no-cache git\n',
  good: 'FROM alpine:3.23\nRUN apk add --no-cache git~2.52\n',
  messages: unpinnedMessages,
  on: onUnpinned(
    packageManagers.apk,
    hadolintReadings.apk,
    () =>
      () =>
      ({ value }) =>
        /[=~]|\.apk$/.test(value),
  ),
});
