import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall } from '../../lint/index.ts';
import { packageManagers } from '../shared/packages.data.ts';
import { namesOnlyLocalFiles, readPackageCall } from '../shared/packages.ts';
import { findWriters } from '../shared/writers.ts';
import { findWritten } from '../shared/written.ts';

const messages = {
  unchecked: '`{option}` lets {program} install packages that nobody signed.',
  switchedOff: '`{option}` lets yum and dnf install packages that nobody signed.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/rpm-signature-disabled',
  kind: 'security',
  severity: 'error',
  refs: { cis: ['4.11'], bench134: ['4.11'], checkov: ['CKV2_DOCKER_9', 'CKV2_DOCKER_10'] },
  title: 'Let yum, dnf, zypper and rpm check signatures',
  why: 'A signature is all that tells packages of the distribution from packages of whoever sits on the way to the server. Import the key of a foreign repository with `rpm --import` or name it as `gpgkey=` in place of switching the check off.',
  source: 'https://dnf.readthedocs.io/en/latest/conf_ref.html#options-for-both-main-and-repo',
  bad: 'FROM fedora:43\nRUN dnf install -y --nogpgcheck tool && dnf clean all\n',
  good: 'FROM fedora:43\nRUN rpm --import https://example.org/key.asc && dnf install -y tool && dnf clean all\n',
  messages,
  on: { dockerfile: checkFile },
});

const { yum, dnf, zypper } = packageManagers;

function checkFile(file: Dockerfile, ctx: Context): void {
  for (const manager of [yum, dnf, zypper]) {
    for (const call of ctx.calls.of(...manager.programs)) {
      const read = readPackageCall(call, manager);
      checkOptions(call, repositoryOption, ctx, read && namesOnlyLocalFiles(read));
    }
  }
  for (const call of ctx.calls.of('rpm')) {
    const isInstall = call.args.some(({ value }) =>
      /^(?:-[a-zA-Z]*[iUF][a-zA-Z]*|--install|--upgrade|--freshen|--reinstall)$/.test(value),
    );
    const isQuery = call.args.some(({ value }) =>
      /^(?:-[a-zA-Z]*[qVK][a-zA-Z]*|--(?:query|verify|import|checksig))$/.test(value),
    );
    if (isInstall && !isQuery) checkOptions(call, rpmOption, ctx);
  }
  checkSettings(file, ctx);
}

const repositoryOption = /^--(?:nogpgcheck|no-gpgchecks?|no-gpg-checks?|allow-unsigned-rpm)$/;
const rpmOption = /^--(?:nosignature|nodigest|noverify)$/;

function checkOptions({ program, args }: PlacedCall, option: RegExp, ctx: Context, isLocal = false): void {
  for (const { value, span } of args) {
    if (!option.test(value)) continue;
    // The author vouches for files of the project's own, but hardly for what they depend on.
    ctx.report({
      at: span,
      message: 'unchecked',
      data: { option: value, program },
      severity: isLocal ? 'warning' : 'error',
    });
  }
}

/** As a `.repo` file, `sed` or `--setopt` says it; `repo_gpgcheck` is about something else. */
const gpgCheckOff = /(?<=\\n|\W|^)gpgcheck\s{0,9}=\s{0,9}(?:0|false|no)\b/gi;

function checkSettings(file: Dockerfile, ctx: Context): void {
  if (!ctx.text.includes('gpgcheck')) return;
  for (const writer of findWriters(file)) {
    for (const { span } of findWritten(writer, ctx.text, gpgCheckOff)) {
      // `s/gpgcheck=0/gpgcheck=1/` switches it on.
      if (/^\$?[/|#,@]\s*gpgcheck\s*=\s*(?:1|true|yes)/i.test(ctx.text.slice(span.end, span.end + 40))) continue;
      const option = ctx.text.slice(span.start, span.end);
      ctx.report({ at: span, message: 'switchedOff', data: { option } });
    }
  }
}
