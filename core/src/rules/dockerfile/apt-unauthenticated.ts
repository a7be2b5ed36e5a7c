import type { Dockerfile } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext } from '../../lint/index.ts';
import { packageManagers } from '../shared/packages.data.ts';
import { findPackageCalls, namesOnlyLocalFiles } from '../shared/packages.ts';
import { findWritten } from '../shared/written.ts';
import { findWriters } from '../shared/writers.ts';

const messages = {
  unsigned: '`{option}` lets apt install packages that nobody signed.',
  trusted: '`trusted=yes` lets apt install from {address} what nobody signed.',
} as const;
type Context = DockerfileContext<typeof messages>;

export default defineRule({
  id: 'dockerfile/apt-unauthenticated',
  kind: 'security',
  severity: 'error',
  refs: { cis: ['4.11'], bench134: ['4.11'], checkov: ['CKV2_DOCKER_8', 'CKV2_DOCKER_11'] },
  title: 'Let apt check signatures',
  why: 'A signature is all that tells packages of the distribution from packages of whoever sits on the way to the server. Add the key of a foreign repository with `signed-by=` in place of switching the check off.',
  source: 'https://manpages.debian.org/stable/apt/apt-secure.8.en.html',
  bad: 'FROM debian:12\nRUN apt-get update && apt-get install -y --allow-unauthenticated tool\n',
  good: 'FROM debian:12\nCOPY tool.asc /etc/apt/keyrings/tool.asc\nRUN echo "deb [signed-by=/etc/apt/keyrings/tool.asc] https://example.org/apt stable main" > /etc/apt/sources.list.d/tool.list \\\n    && apt-get update && apt-get install -y tool && rm -rf /var/lib/apt/lists/*\n',
  messages,
  on: { dockerfile: checkFile },
});

function checkFile(file: Dockerfile, ctx: Context): void {
  checkCalls(ctx);
  // Most files name none of this, and are done here.
  if (!/trusted=yes|AllowUnauthenticated|AllowInsecure|AllowDowngradeTo/i.test(ctx.text)) return;
  for (const writer of findWriters(file)) {
    for (const { span, groups } of findWritten(writer, ctx.text, trustedSource)) {
      const [before = '', address = ''] = groups;
      // What lies in the image itself was put there by its author.
      if (/^(?:file|copy|cdrom):/.test(address)) continue;
      const start = span.start + before.length;
      ctx.report({ at: { start, end: start + 'trusted=yes'.length }, message: 'trusted', data: { address } });
    }
    for (const { span, groups } of findWritten(writer, ctx.text, writtenSetting)) {
      const [option = ''] = groups;
      ctx.report({ at: { ...span, end: span.start + option.length }, message: 'unsigned', data: { option } });
    }
  }
}

/** `deb [arch=amd64 trusted=yes] https://example.org/apt stable main` */
const trustedSource =
  /((?<=\\n|\W|^)deb(?:-src)?\s{1,9}\[[^\]\n]{0,200}?\b)trusted=yes\b[^\]\n]{0,200}\]\s{1,9}([^\s"']{1,300})/g;
const settings =
  '(?:APT::Get::AllowUnauthenticated|Acquire::AllowInsecureRepositories|Acquire::AllowDowngradeToInsecureRepositories)';
/** As a file of apt.conf.d holds it. */
const writtenSetting = new RegExp(`(?<=\\\\n|\\W|^)(${settings})\\s{1,9}\\\\?["']?(?:true|yes|on|1)\\b`, 'gi');
const givenOption = new RegExp(
  `^(?:--(?:allow-unauthenticated|force-yes|allow-insecure-repositories)(?:=(?:true|yes|on|1))?|` +
    `(?:-o=?|--option=)?${settings}=(?:true|yes|on|1))$`,
  'i',
);

function checkCalls(ctx: Context): void {
  for (const call of findPackageCalls(ctx.calls, packageManagers.apt)) {
    for (const { value, span } of call.args) {
      if (!givenOption.test(value)) continue;
      // Nobody signs single files, so the option changes less there.
      const severity = namesOnlyLocalFiles(call) ? 'warning' : 'error';
      ctx.report({ at: span, message: 'unsigned', data: { option: value }, severity });
    }
  }
}
