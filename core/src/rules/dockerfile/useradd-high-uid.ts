import { isWrittenAsIs } from '../../dockerfile/index.ts';
import { defineRule, type DockerfileContext, type PlacedCall } from '../../lint/index.ts';
import { insert } from '../../text/index.ts';
import { onCalls } from '../shared/calls.ts';
import { findOption, hasOption, optionTable, readCommandLine } from '../shared/command-line.ts';

const messages = {
  sparse: 'With the user id {uid} `useradd` makes log files of gigabytes in the layer: add `--no-log-init`.',
  insert: 'Insert --no-log-init',
} as const;

export default defineRule({
  id: 'dockerfile/useradd-high-uid',
  kind: 'practice',
  severity: 'warning',
  refs: { hadolint: ['DL3046'] },
  title: 'Create users with a large id without their log entries',
  why: '`/var/log/lastlog` and `faillog` have a place for every id up to the largest. On a disk the empty part costs nothing, but it is written into a layer in full.',
  source: 'https://docs.docker.com/build/building/best-practices/#user',
  bad: 'FROM debian:12\nRUN useradd -u 1000670000 app\n',
  good: 'FROM debian:12\nRUN useradd --no-log-init -u 1000670000 app\n',
  messages,
  on: onCalls(['useradd'], checkCall),
});

/** From `man useradd`: the options that take a value. */
const options = optionTable(
  'u uid g gid G groups d home-dir s shell c comment b base-dir e expiredate f inactive k skel K key p password R root ' +
    'P prefix Z selinux-user',
);

function checkCall(call: PlacedCall, ctx: DockerfileContext<typeof messages>): void {
  const line = readCommandLine(call.args, options);
  const uid = findOption(line, 'u', 'uid')?.value ?? '';
  if (!/^\d{6,}$/.test(uid) || hasOption(line, 'l', 'no-log-init')) return;
  const { word } = call;
  ctx.report({
    at: word.span,
    message: 'sparse',
    data: { uid },
    fix: isWrittenAsIs(word, ctx.text)
      ? { title: 'insert', edits: [insert(word.span.end, ' --no-log-init')] }
      : undefined,
  });
}
