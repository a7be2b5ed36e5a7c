import { defineRule } from '../../lint/index.ts';
import { onCalls } from '../shared/calls.ts';
import { packageManagers } from '../shared/packages.data.ts';
import { namesOnlyLocalFiles, readPackageCall } from '../shared/packages.ts';

const messages = { untrusted: '`--allow-untrusted` lets apk install packages without a known signature.' } as const;

export default defineRule({
  id: 'dockerfile/apk-allow-untrusted',
  kind: 'security',
  severity: 'error',
  refs: { cis: ['4.11'], bench134: ['4.11'], checkov: ['CKV2_DOCKER_7'] },
  title: 'Let apk check signatures',
  why: 'A signature is all that tells packages of Alpine from packages of whoever sits on the way to the server. Put the key of a foreign repository into /etc/apk/keys in place of switching the check off; it holds for everything that is installed along, too.',
  source: 'https://man.archlinux.org/man/apk.8.en',
  bad: 'FROM alpine:3.23\nRUN apk add --no-cache --allow-untrusted -X https://example.org/apk tool\n',
  good: 'FROM alpine:3.23\nCOPY tool.rsa.pub /etc/apk/keys/\nRUN apk add --no-cache -X https://example.org/apk tool\n',
  messages,
  on: onCalls<typeof messages>(packageManagers.apk.programs, (call, ctx) => {
    const option = call.args.find(({ value }) => value === '--allow-untrusted');
    if (!option) return;
    const read = readPackageCall(call, packageManagers.apk);
    // The author vouches for files of the project's own, but hardly for what they depend on.
    const severity = read && namesOnlyLocalFiles(read) ? 'warning' : 'error';
    ctx.report({ at: option.span, message: 'untrusted', severity });
  }),
});
