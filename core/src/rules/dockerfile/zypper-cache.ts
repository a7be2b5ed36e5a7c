import { defineRule } from '../../lint/index.ts';
import { cacheLeftMessages, onCacheLeft } from '../shared/cache-left.ts';
import { hadolintReadings, packageManagers } from '../shared/packages.data.ts';

export default defineRule({
  id: 'dockerfile/zypper-cache',
  kind: 'practice',
  severity: 'info',
  refs: {
    hadolint: ['DL3036'],
    trivy: ['DS-0020'],
    kics: ['missing_zypper_clean'],
    semgrep: ['missing-zypper-clean'],
  },
  title: 'Clean up behind zypper in the same RUN',
  why: 'zypper keeps the lists of all repositories in /var/cache/zypp. Removing them in a later instruction only hides them: the layer that holds them is already written. Without `--all`, `zypper clean` removes packages only.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3036',
  bad: 'FROM opensuse/leap:15.6\nRUN zypper -n install httpd\n',
  good: 'FROM opensuse/leap:15.6\nRUN zypper -n install httpd && zypper clean --all\n',
  messages: cacheLeftMessages,
  on: onCacheLeft(
    packageManagers.zypper,
    {
      command: () => 'zypper clean --all',
      isDone: ({ program, args }) =>
        program === 'zypper' && args.some(({ value }) => value === 'clean' || value === 'cc'),
    },
    hadolintReadings.zypper,
  ),
});
