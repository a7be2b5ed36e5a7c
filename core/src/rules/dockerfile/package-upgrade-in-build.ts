import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { createSight, hasWord, viewsOf } from '../shared/hadolint.ts';
import { packageManagers, type PackageManager } from '../shared/packages.data.ts';
import { findPackageCalls, nameOf, spanOfCall, type PackageCall } from '../shared/packages.ts';

const messages = {
  upgrades: '`{command}` installs whatever is newest on the day of the build: a newer base image brings the same.',
} as const;

export default defineRule({
  id: 'dockerfile/package-upgrade-in-build',
  kind: 'practice',
  severity: 'off',
  strict: 'info',
  refs: {
    hadolint: ['DL3035'],
    trivy: ['DS-0024'],
    semgrep: [
      'avoid-apt-get-upgrade',
      'avoid-apk-upgrade',
      'avoid-dnf-update',
      'avoid-yum-update',
      'avoid-zypper-update',
    ],
    dockle: ['DKL-DI-0003'],
    kics: [
      'run_using_upgrade_commands',
      'run_using_dnf_update',
      'use_of_apk_upgrade',
      'yum_update_enabled',
      'run_using_zypper_update',
    ],
  },
  title: 'Take a newer base image in place of upgrading all its packages',
  why: 'Two builds of the same file give different images, and what is upgraded lies in the image twice. This is off by default, because the advice has turned: where a base image is rebuilt rarely, upgrading is how known holes are closed.',
  source: 'https://github.com/hadolint/hadolint/wiki/DL3035',
  bad: 'FROM opensuse/leap:15.6\nRUN zypper -n dist-upgrade && zypper clean --all\n',
  good: 'FROM opensuse/leap:15.6\nRUN zypper -n install httpd && zypper clean --all\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(_file: Dockerfile, ctx: DockerfileContext<typeof messages>): void {
  const isSeen = createSight();
  for (const manager of Object.values(packageManagers)) {
    for (const call of findPackageCalls(ctx.calls, manager)) {
      if (!call.call.script.complete) continue;
      const theirs =
        isSeen(call.call) && call.call.program === 'zypper' && hasWord(call.call.args, ['dist-upgrade', 'dup']);
      const presets = viewsOf(upgradesAll(call, manager), theirs);
      if (presets?.length === 0) continue;
      ctx.report({ at: spanOfCall(call, ctx.text), message: 'upgrades', data: { command: nameOf(call) }, presets });
    }
  }
}

/** Upgrading single packages, or only what closes a hole, is a decision about them. */
function upgradesAll({ verb, noun, operands, args }: PackageCall, { upgrades }: PackageManager): boolean {
  return (
    noun === null &&
    upgrades.has(verb.value) &&
    operands.length === 0 &&
    !args.some(({ value }) => /^--(?:security|advisor|cve|bz|download-only|dry-run|simulate)/.test(value))
  );
}
